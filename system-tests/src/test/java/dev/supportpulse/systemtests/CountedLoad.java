package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;

/** What must come out once a {@link Load} is counted, in every place that tells it. */
record CountedLoad(URI metrics, String jdbcUrl, Load load, int events) {

  /**
   * Waits until everything is counted, then compares.
   *
   * @param repeated how many events were posted once more on purpose
   */
  void check(long repeated) throws Exception {
    JsonNode figures = Summaries.awaitComplete(metrics, load.project()).at("/groups/0/figures");
    long positive = 3L * (events / 10);
    long negative = 2L * (events / 10);
    long feedbacks = 6L * (events / 10);
    assertThat(figures.at("/netSatisfaction/numerator").decimalValue())
        .isEqualByComparingTo(BigDecimal.valueOf(positive - negative));
    assertThat(figures.at("/netSatisfaction/denominator").asLong()).isEqualTo(feedbacks);
    assertThat(figures.at("/supportCost/value").asText()).isEqualTo(costs().toPlainString());
    assertThat(figures.at("/cases/value").asLong()).isEqualTo(events / 10);
    assertThat(figures.at("/supportEfficiency/numerator").asLong()).isEqualTo(events / 10 - 1);
    assertThat(accounted("accepted")).isEqualTo(events);
    assertThat(accounted("duplicate")).isBetween(repeated, repeated + load.sentAgain());
    assertThat(accounted("rejected")).isZero();

    try (LedgerQueries queries = new LedgerQueries(jdbcUrl)) {
      Map<String, String> recomputed = queries.ledger(load.project());
      assertThat(recomputed).containsEntry("SENTIMENT USER/POSITIVE", positive + " " + positive);
      for (String table : new String[] {"bucket_minute", "bucket_quarter_hour", "bucket_day"}) {
        assertThat(queries.buckets(table, load.project())).as(table).isEqualTo(recomputed);
      }
    }
  }

  private BigDecimal costs() {
    return IntStream.range(0, events)
        .filter(number -> number % 10 == 6 || number % 10 == 7)
        .mapToObj(Load::cost)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private long accounted(String outcome) throws Exception {
    long sum = 0;
    URI accounting = metrics.resolve("/v1/accounting?project=" + load.project());
    for (JsonNode hour : Http.get(accounting).body().at("/rows")) {
      sum += hour.at("/" + outcome).asLong();
    }
    return sum;
  }
}
