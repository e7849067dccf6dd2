package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.Ledger;
import dev.supportpulse.metrics.ledger.SourcePartition;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts facts as if they came from Kafka, each batch from a partition of its own. */
@ApplicationScoped
public class TestLedger {

  private final Ledger ledger;
  private final LedgerPartitions days;
  private final AtomicInteger partitions = new AtomicInteger();

  TestLedger(Ledger ledger, LedgerPartitions days) {
    this.ledger = ledger;
    this.days = days;
  }

  /** Counts one batch. */
  public void record(List<Fact> facts) {
    record(facts, 0);
  }

  /** Counts one batch in a stripe. */
  public void record(List<Fact> facts, int stripe) {
    // The consumer makes them, too, but perhaps later than a test begins.
    days.ensure(LocalDate.now(ZoneOffset.UTC));
    SourcePartition partition = new SourcePartition("test-ledger", partitions.getAndIncrement());
    Claim claim =
        Objects.requireNonNull(ledger.claim(new TreeMap<>(Map.of(partition, 0L))).get(partition));
    Batch.Slice all =
        new Batch.Slice(claim, claim.next() + facts.size(), Instant.now(), List.copyOf(facts));
    assertThat(ledger.record(new Batch(new TreeMap<>(Map.of(partition, all)), stripe))).isEmpty();
  }
}
