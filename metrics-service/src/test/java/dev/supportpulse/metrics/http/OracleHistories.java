package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.cost.Budget;
import dev.supportpulse.metrics.cost.ExchangeTable;
import dev.supportpulse.metrics.cost.RateCard;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.http.RandomQuestions.History;
import dev.supportpulse.metrics.ledger.Fact;
import dev.supportpulse.metrics.ledger.RandomHistory;
import dev.supportpulse.metrics.postgres.TestLedger;
import dev.supportpulse.metrics.reference.Change;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.metrics.window.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records random histories for {@code oracle/figures.sql}, which knows their targets. */
@ApplicationScoped
class OracleHistories {

  private static final int EVENTS = 300;
  private static final int BATCH = 50;
  private static final int STRIPES = 3;

  private final TestLedger ledger;
  private final ReferenceStore store;

  OracleHistories(TestLedger ledger, ReferenceStore store) {
    this.ledger = ledger;
    this.store = store;
  }

  /** Three days of a project from that one on, in batches and stripes, with reference data. */
  History record(String project, Instant begin, int stepMinutes) {
    Instant start = begin.truncatedTo(ChronoUnit.DAYS);
    List<Fact> facts = RandomHistory.of(project, 31, EVENTS, start);
    int half = facts.size() / 2;
    record(facts.subList(0, half));
    refer(project, LocalDate.ofInstant(start, ZoneOffset.UTC));
    record(facts.subList(half, facts.size()));
    return new History(project, start.minus(Duration.ofDays(1)), stepMinutes);
  }

  private void record(List<Fact> facts) {
    for (int from = 0; from < facts.size(); from += BATCH) {
      ledger.record(
          facts.subList(from, Math.min(from + BATCH, facts.size())), from / BATCH % STRIPES);
    }
  }

  /** Rates and a budget that change within the history, and targets in its midst. */
  private void refer(String project, LocalDate start) {
    Change change = new Change("oracle", Instant.now(), "{}");
    store.put(
        project,
        new Targets(Duration.ofHours(9), Duration.ofHours(20), null, RandomHistory.HOURS),
        change);
    for (int day = 0; day < 2; day++) {
      LocalDate from = day == 0 ? LocalDate.parse("2020-01-01") : start.plusDays(1);
      store.put(
          project, new RateCard(day == 0 ? "USD" : "CNY", rates("hour", 12 + day), from), change);
      store.put(project, new ExchangeTable("USD", rates("CNY", 1 + day), from), change);
      SortedMap<String, BigDecimal> toEuro = rates("CNY", 3 + day);
      toEuro.putAll(rates("USD", 9 + day));
      store.put(project, new ExchangeTable("EUR", toEuro, from.plusDays(day)), change);
    }
    Instant budgeted = start.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    store.put(
        project,
        new Budget(
            new BigDecimal("700"), "USD", new Window(budgeted, budgeted.plus(Duration.ofDays(2)))),
        change);
  }

  private static SortedMap<String, BigDecimal> rates(String name, int tenths) {
    return new TreeMap<>(Map.of(name, BigDecimal.valueOf(tenths, 1)));
  }
}
