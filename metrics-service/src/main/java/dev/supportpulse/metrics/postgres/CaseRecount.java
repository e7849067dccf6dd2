package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.LedgerFold;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts the cases of a project again. Cases of which the ledger no longer holds every event stay
 * as they were counted.
 */
@ApplicationScoped
public class CaseRecount {

  private static final int CASES_AT_ONCE = 1_000;

  private static final String NEXT =
      """
      select case_id from case_state where project = ? and case_id > ? order by case_id limit ?
      """;

  private final TargetsTable targets;
  private final Clock clock;

  CaseRecount(TargetsTable targets, Clock clock) {
    this.targets = targets;
    this.clock = clock;
  }

  /** Counts every case under the new targets, within the transaction that sets them. */
  public void under(Targets changed, String project, Connection connection) throws SQLException {
    ProjectLock.own(connection, project);
    NavigableSet<CaseKey> cases = next(connection, project, "");
    while (!cases.isEmpty()) {
      recount(connection, cases, Map.of(project, changed));
      cases = next(connection, project, cases.last().caseId());
    }
  }

  /**
   * Counts every case under the targets in force, some at a time, each time in a transaction of its
   * own, as a batch does that brings something of those cases.
   *
   * @return how many cases were counted otherwise before
   */
  long again(String project, Transactions transactions) {
    long changed = 0;
    Page page = new Page(new TreeSet<>(), 0);
    do {
      String after = page.cases().isEmpty() ? "" : page.cases().last().caseId();
      page = transactions.run(connection -> page(connection, project, after));
      changed += page.changed();
    } while (!page.cases().isEmpty());
    return changed;
  }

  private record Page(NavigableSet<CaseKey> cases, long changed) {}

  private Page page(Connection connection, String project, String after) throws SQLException {
    SortedSet<String> projects = new TreeSet<>(Set.of(project));
    ProjectLock.share(connection, projects);
    Map<String, Targets> promised = targets.read(connection, projects);
    NavigableSet<CaseKey> cases = next(connection, project, after);
    return new Page(cases, recount(connection, cases, promised));
  }

  private long recount(
      Connection connection, NavigableSet<CaseKey> cases, Map<String, Targets> promised)
      throws SQLException {
    LedgerSnapshot before = new LedgerReader(connection, targets).read(cases, promised);
    LedgerChanges changes = LedgerFold.recount(before, clock.instant());
    new LedgerWriter(connection).write(changes, 0);
    new BucketWriter(connection).add(changes, 0);
    ChangeTable.advance(connection, changes.projects(), 0);
    return changes.cases().size();
  }

  private static NavigableSet<CaseKey> next(Connection connection, String project, String after)
      throws SQLException {
    NavigableSet<CaseKey> cases = new TreeSet<>();
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setString(1, project);
      select.setString(2, after);
      select.setInt(3, CASES_AT_ONCE);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          cases.add(new CaseKey(project, rows.getString("case_id")));
        }
      }
    }
    return cases;
  }
}
