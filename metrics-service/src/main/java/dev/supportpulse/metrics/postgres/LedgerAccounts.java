package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.economics.accounts.AccountCounts;
import dev.supportpulse.metrics.economics.accounts.AccountReader;
import dev.supportpulse.metrics.window.Window;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Accounts from the ledger: they are no dimension of the buckets. */
@ApplicationScoped
public class LedgerAccounts implements AccountReader {

  /** The days are there so that only their partitions are read. */
  private static final String READ =
      """
      with event as (
        select type, case_id, account, tally from ledger
        where project = ? and occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz
          and day >= (?::timestamptz at time zone 'UTC')::date
          and day <= (?::timestamptz at time zone 'UTC')::date
          and not voided),
      owner as (
        select case_id, min(account) as account from event
        where case_id is not null and account is not null group by case_id),
      owned as (
        select coalesce(event.account, owner.account) as account, event.type, event.case_id,
          event.tally
        from event left join owner using (case_id)),
      opened as (
        select account, count(distinct case_id) as cases from owned
        where type = 'case.opened' group by account),
      counted as (
        select account, key, sum((value ->> 0)::bigint) as n, sum((value ->> 1)::numeric) as sum
        from owned, jsonb_each(tally)
        where key like 'COST %' or key like 'INCOME %' or key = 'EFFORT'
        group by account, key)
      select one.account, coalesce(max(opened.cases), 0) as cases,
        coalesce(jsonb_object_agg(key, jsonb_build_array(n, sum::text)) filter (where key is not null),
          '{}') as tally
      from (select distinct account from owned) as one
        left join opened on opened.account is not distinct from one.account
        left join counted on counted.account is not distinct from one.account
      group by one.account
      """;

  private final Transactions transactions;
  private final Duration timeout;

  LedgerAccounts(AgroalDataSource dataSource, QueryConfig config) {
    this.transactions = new Transactions(dataSource);
    this.timeout = config.statementTimeout();
  }

  @Override
  public List<AccountCounts> read(String project, Window window) {
    return transactions.readOnly(connection -> read(connection, project, window));
  }

  private List<AccountCounts> read(Connection connection, String project, Window window)
      throws SQLException {
    List<AccountCounts> accounts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setQueryTimeout(Math.toIntExact(Math.max(1, timeout.toSeconds())));
      statement.setString(1, project);
      statement.setString(2, window.from().toString());
      statement.setString(3, window.to().toString());
      statement.setString(4, window.from().toString());
      statement.setString(5, window.to().toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          accounts.add(
              new AccountCounts(
                  rows.getString("account"),
                  rows.getLong("cases"),
                  TallyJson.read(rows.getString("tally"))));
        }
      }
    }
    return accounts;
  }
}
