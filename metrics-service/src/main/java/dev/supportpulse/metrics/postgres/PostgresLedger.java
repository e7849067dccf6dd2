package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.MetricsConfig;
import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.LedgerChanges;
import dev.supportpulse.metrics.ledger.LedgerFold;
import dev.supportpulse.metrics.ledger.LedgerSnapshot;
import dev.supportpulse.metrics.ledger.SourcePartition;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The ledger in PostgreSQL: one transaction for each claim and for each batch. */
@ApplicationScoped
public class PostgresLedger implements Ledger {

  private final Transactions transactions;
  private final Clock clock;
  private final Duration grace;

  PostgresLedger(AgroalDataSource dataSource, Clock clock, MetricsConfig config) {
    this.transactions = new Transactions(dataSource);
    this.clock = clock;
    this.grace = config.restatementGrace();
  }

  @Override
  public Map<SourcePartition, Claim> claim(NavigableMap<SourcePartition, Long> beginnings) {
    return transactions.run(connection -> OffsetTable.claim(connection, beginnings));
  }

  @Override
  public NavigableSet<SourcePartition> record(Batch batch) {
    return transactions.run(connection -> record(connection, batch));
  }

  private NavigableSet<SourcePartition> record(Connection connection, Batch batch)
      throws SQLException {
    NavigableSet<SourcePartition> ours = OffsetTable.advance(connection, batch);
    List<Fact> facts =
        ours.stream().flatMap(partition -> factsOf(batch, partition).stream()).toList();
    if (!facts.isEmpty()) {
      LedgerSnapshot before = new LedgerReader(connection).read(facts);
      LedgerChanges changes = LedgerFold.fold(before, facts, Instant.now(clock), grace);
      new LedgerWriter(connection).write(changes, batch.stripe());
      new BucketWriter(connection).add(changes, batch.stripe());
      ChangeTable.advance(connection, changes.projects(), batch.stripe());
    }
    NavigableSet<SourcePartition> lost = new TreeSet<>(batch.slices().keySet());
    lost.removeAll(ours);
    return lost;
  }

  private static List<Fact> factsOf(Batch batch, SourcePartition partition) {
    Batch.Slice slice = batch.slices().get(partition);
    return slice == null ? List.of() : slice.facts();
  }
}
