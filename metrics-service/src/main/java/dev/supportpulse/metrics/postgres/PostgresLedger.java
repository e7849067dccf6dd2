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
import org.jspecify.annotations.Nullable;

/** The ledger in PostgreSQL: one transaction for each claim and for each batch. */
@ApplicationScoped
public class PostgresLedger implements Ledger {

  private final Transactions transactions;
  private final TargetsTable targets;
  private final Clock clock;
  private final Duration grace;
  private final LedgerMeters meters;

  PostgresLedger(
      AgroalDataSource dataSource,
      TargetsTable targets,
      Clock clock,
      MetricsConfig config,
      LedgerMeters meters) {
    this.transactions = new Transactions(dataSource);
    this.targets = targets;
    this.clock = clock;
    this.grace = config.restatementGrace();
    this.meters = meters;
  }

  @Override
  public Map<SourcePartition, Claim> claim(NavigableMap<SourcePartition, Long> beginnings) {
    return transactions.run(connection -> OffsetTable.claim(connection, beginnings));
  }

  @Override
  public NavigableSet<SourcePartition> record(Batch batch) {
    Counted counted = transactions.run(connection -> record(connection, batch));
    meters.count(counted.changes());
    return counted.lost();
  }

  /** What was written, and the partitions of which nothing was. */
  private record Counted(NavigableSet<SourcePartition> lost, @Nullable LedgerChanges changes) {}

  private Counted record(Connection connection, Batch batch) throws SQLException {
    NavigableSet<SourcePartition> ours = OffsetTable.advance(connection, batch);
    List<Fact> facts =
        ours.stream().flatMap(partition -> factsOf(batch, partition).stream()).toList();
    @Nullable LedgerChanges changes = null;
    if (!facts.isEmpty()) {
      IdentityTable identities = new IdentityTable(connection);
      LedgerSnapshot before = new LedgerReader(connection, targets).read(facts, identities);
      changes = LedgerFold.fold(before, facts, Instant.now(clock), grace);
      identities.write(changes.identities());
      new LedgerWriter(connection).write(changes, batch.stripe());
      new BucketWriter(connection).add(changes, batch.stripe());
      ChangeTable.advance(connection, changes.projects(), batch.stripe());
    }
    NavigableSet<SourcePartition> lost = new TreeSet<>(batch.slices().keySet());
    lost.removeAll(ours);
    return new Counted(lost, changes);
  }

  private static List<Fact> factsOf(Batch batch, SourcePartition partition) {
    Batch.Slice slice = batch.slices().get(partition);
    return slice == null ? List.of() : slice.facts();
  }
}
