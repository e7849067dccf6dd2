package dev.supportpulse.metrics.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseResponded;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.ledger.Cell;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.tally.Granule;
import dev.supportpulse.metrics.tally.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case that is older than the ledger keeps its figures, whatever still comes of it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class FrozenCaseComponentTest {

  private static final String PROJECT = "frozen-case";

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  @Inject TestLedger ledger;
  @Inject LedgerTables tables;
  @Inject LedgerPartitions partitions;
  @Inject Maintenance maintenance;
  @Inject ReferenceStore references;

  @Test
  void figuresStayWhenTheOpeningHasLeftTheLedger() throws SQLException {
    partitions.ensure(today);
    partitions.ensure(today.minusDays(2));
    LocalDate dropped = partitions.first(today).minusDays(2);
    ledger.record(
        List.of(
            event("opened", dropped, opened()),
            event("responded", dropped.plusDays(10), new CaseResponded("c", null))));
    Map<Cell, Tally> counted = tables.buckets(PROJECT, Granule.DAY);
    assertThat(counted).hasSize(1);

    assertThat(maintenance.run(Instant.now())).isPresent();
    assertThat(tables.number("select count(*) from ledger where project = 'frozen-case'"))
        .isEqualTo(1);
    ledger.record(List.of(event("resolved", today.minusDays(1), resolved())));
    references.put(
        PROJECT,
        new Targets(Duration.ofHours(1), null, null, null),
        new Change("test", Instant.now(), "{}"));

    assertThat(tables.buckets(PROJECT, Granule.DAY)).isEqualTo(counted);
  }

  private static Fact event(String id, LocalDate day, UpstreamData data) {
    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    return RandomHistory.event(PROJECT, id, noon, data);
  }

  private static UpstreamData opened() {
    return new CaseOpened("c", null, null, null, "PREMIUM", null, null, null, List.of(), null);
  }

  private static UpstreamData resolved() {
    return new CaseResolved("c", null, List.of(), null, null);
  }
}
