package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.count.Filling;
import dev.supportpulse.benchmarks.count.Magnification;
import dev.supportpulse.benchmarks.count.OffsetsInDatabase;
import dev.supportpulse.benchmarks.history.History;
import dev.supportpulse.localstack.Processes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long a summary of thirty days with two group-bys takes: of a project with few events, and of
 * one whose buckets are the same but count a hundred times as many.
 *
 * @param alone of the small project, before the large one is there
 * @param small of the small project, in turns with the large one
 * @param large of the large project
 * @param bytesPerEvent that the ledger and the identities take, indexes included
 * @param bytesPerBucket that a row of the buckets takes, indexes included
 */
record QuerySpeed(
    Asked alone, Asked small, Asked large, double bytesPerEvent, double bytesPerBucket) {

  /** How many times longer the large project may take. */
  static final double TARGET = 1.3;

  private static final String SMALL = "small";
  private static final String LARGE = "large";
  private static final int EVENTS = 100_000;
  private static final Duration DAYS = Duration.ofDays(30);
  private static final long SEED = 42;
  private static final Duration LOOK = Duration.ofMillis(100);

  /** A backend tells of what it read at most once a second. */
  private static final Duration STATISTICS = Duration.ofSeconds(2);

  private static final int WARM_UP = 60;

  /** So that a disturbance of the machine touches both projects. */
  private static final int TURNS = 5;

  /**
   * Questions of one kind.
   *
   * @param events of the project
   * @param p50 milliseconds until half of the answers were there
   * @param p99 the same for 99 of 100
   * @param rowsRead of the buckets and cases, for each question
   * @param ledgerRowsRead of the ledger, for each question
   */
  record Asked(long events, double p50, double p99, double rowsRead, double ledgerRowsRead) {}

  /** Fills both projects and asks. */
  static QuerySpeed measure(MetricsStack stack, int questions, int times)
      throws SQLException, IOException, InterruptedException {
    try (Connection connection = stack.connect()) {
      fill(stack, connection);
      new Asking(stack.metrics(), connection, SMALL).ask(WARM_UP);
      Asking alone = new Asking(stack.metrics(), connection, SMALL);
      alone.ask(questions);
      Magnification.of(connection, SMALL, LARGE, times);
      new Asking(stack.metrics(), connection, LARGE).ask(WARM_UP / 2);
      Asking small = new Asking(stack.metrics(), connection, SMALL);
      Asking large = new Asking(stack.metrics(), connection, LARGE);
      for (int turn = 0; turn < TURNS; turn++) {
        small.ask(questions / TURNS);
        large.ask(questions / TURNS);
      }
      return new QuerySpeed(
          alone.asked(),
          small.asked(),
          large.asked(),
          bytesPer(connection, "ledger", "identity"),
          bytesPer(connection, "bucket_minute", "bucket_quarter_hour", "bucket_day"));
    }
  }

  double ratio() {
    return large.p50() / small.p50();
  }

  double ratioOf99() {
    return large.p99() / small.p99();
  }

  /**
   * A hundred thousand events, by the service itself. Some come twice, so the pace leaves time for
   * more: what lies in the future would be set aside, and the end never reached.
   */
  private static void fill(MetricsStack stack, Connection connection) throws SQLException {
    Duration pace = DAYS.dividedBy(EVENTS + EVENTS / 10);
    History history = new History(SEED, Instant.now().minus(DAYS), pace, List.of(SMALL));
    OffsetsInDatabase progress = new OffsetsInDatabase(connection);
    try (Filling filling = new Filling(stack.bootstrapServers(), "", history)) {
      while (events(connection, SMALL) < EVENTS) {
        Filling.Filled filled = filling.fill(EVENTS / 20);
        filled.show().run();
        while (!progress.reached(filled.next())) {
          Processes.pause(LOOK);
        }
      }
    }
  }

  private static long events(Connection connection, String project) throws SQLException {
    return number(connection, "select count(*) from identity where project = '%s'", project);
  }

  private static double bytesPer(Connection connection, String... tables) throws SQLException {
    long bytes = 0;
    for (String table : tables) {
      // Of partitions, if it has some.
      bytes +=
          number(
              connection,
              """
              select sum(pg_total_relation_size(relid)) from (
                select relid::oid from pg_partition_tree('%1$s')
                union select '%1$s'::regclass::oid) as part
              """,
              table);
    }
    long rows = 0;
    for (String table : tables) {
      rows += table.equals("identity") ? 0 : number(connection, "select count(*) from %s", table);
    }
    return (double) bytes / rows;
  }

  private static long number(Connection connection, String sql, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(name))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Asks the service about a project, one question after the other. */
  private static final class Asking {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String QUESTION =
        "/v1/projects/%s/summary?window=P30D&groupBy=category,channel";

    private final HttpRequest question;
    private final Connection connection;
    private final String project;
    private final Histogram latency = new Histogram(3);
    private long rowsRead;
    private long ledgerRowsRead;

    Asking(URI metrics, Connection connection, String project) {
      this.question = HttpRequest.newBuilder(metrics.resolve(QUESTION.formatted(project))).build();
      this.connection = connection;
      this.project = project;
    }

    void ask(int questions) throws SQLException, IOException, InterruptedException {
      long before = read("bucket_%") + read("case_state");
      long ledgerBefore = read("ledger_2%");
      for (int i = 0; i < questions; i++) {
        long start = System.nanoTime();
        HttpResponse<String> answer = CLIENT.send(question, HttpResponse.BodyHandlers.ofString());
        latency.recordValue(System.nanoTime() - start);
        if (answer.statusCode() != 200 || !answer.body().contains("PERFORMANCE")) {
          throw new IllegalStateException("not a summary: " + answer.body());
        }
      }
      Processes.pause(STATISTICS);
      rowsRead += read("bucket_%") + read("case_state") - before;
      ledgerRowsRead += read("ledger_2%") - ledgerBefore;
    }

    Asked asked() throws SQLException {
      return new Asked(
          events(connection, project),
          latency.getValueAtPercentile(50) / 1e6,
          latency.getValueAtPercentile(99) / 1e6,
          (double) rowsRead / latency.getTotalCount(),
          (double) ledgerRowsRead / latency.getTotalCount());
    }

    /** Rows that were read of tables with such names, by whoever, since the start. */
    private long read(String tables) throws SQLException {
      return number(
          connection,
          "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables where schemaname = 'metrics' and relname like '%s'",
          tables);
    }
  }
}
