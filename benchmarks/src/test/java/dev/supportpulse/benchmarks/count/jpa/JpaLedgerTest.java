package dev.supportpulse.benchmarks.count.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.benchmarks.count.Expected;
import dev.supportpulse.benchmarks.count.Facts;
import dev.supportpulse.localstack.Postgres;
import dev.supportpulse.metrics.tally.Amount;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpaLedgerTest {

  private static final int RECORDS = 600;

  @TempDir private Path folder;

  @Test
  void the_straightforward_consumer_counts_the_same() {
    Expected expected = new Expected(RECORDS);
    Facts facts = new Facts(Instant.now());
    try (Postgres postgres = Postgres.start(folder, 0);
        EntityManagerFactory factory =
            JpaConsumer.factory(postgres.jdbcUrl(), Postgres.NAME, Postgres.NAME)) {
      JpaLedger ledger = new JpaLedger(factory);
      expected.records().stream()
          .flatMap(record -> facts.of(Expected.asPolled(record)).stream())
          .forEach(fact -> ledger.record(fact, Instant.now()));

      assertThat(buckets(factory)).isEqualTo(expected.buckets());
    }
  }

  private static Map<String, Amount> buckets(EntityManagerFactory factory) {
    Map<String, Amount> buckets = new TreeMap<>();
    factory.runInTransaction(
        manager ->
            manager
                .createQuery("from BucketRow", BucketRow.class)
                .getResultStream()
                .filter(row -> !row.amount().equals(Amount.NONE))
                .forEach(row -> buckets.put(name(row.id()), row.amount())));
    return buckets;
  }

  private static String name(BucketRow.Id id) {
    return Expected.name(
        id.granule(),
        id.project(),
        id.start(),
        id.measure() + "/" + id.detail(),
        orNull(id.category()),
        orNull(id.channel()),
        orNull(id.tier()),
        orNull(id.mode()));
  }

  private static @Nullable String orNull(String dimension) {
    return dimension.isEmpty() ? null : dimension;
  }
}
