package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Identity;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of a history is in the topic once or in the file of errors, although the import is
 * killed with -9 twice, and although the whole file is imported a second time.
 */
class ImportSystemTest {

  private static final Path CHECKOUT =
      Path.of(Objects.requireNonNull(System.getProperty("supportpulse.checkout")));
  private static final int ROWS = Integer.getInteger("supportpulse.import.rows", 50_000);
  private static final int CSV_ROWS = 5_000;
  private static final int PARTITIONS = 6;
  private static final int KILLS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Long enough ago that the facts of that day are no longer kept. */
  private static final int DAYS_TOO_OLD = 500;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static KafkaBroker broker;

  @SuppressWarnings("NullAway.Init")
  private static ServiceProcess intake;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder.resolve("kafka"), 0);
    broker.createTopics(PARTITIONS);
    Map<String, String> config =
        Map.of(
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "supportpulse.intake.digest-key", "00".repeat(32),
            "supportpulse.intake.privacy.pseudonym-keys", "k1:" + "01".repeat(32));
    intake =
        ServiceProcess.start(Service.INTAKE, CHECKOUT, 0, config, folder.resolve("intake.log"));
    intake.awaitReady();
  }

  @AfterAll
  static void stop() {
    intake.close();
    broker.close();
  }

  @Test
  void countsEveryRowOnceWhateverHappensToIt() throws Exception {
    Path file = folder.resolve("history.jsonl");
    try (Writer rows = Files.newBufferedWriter(file)) {
      for (int number = 1; number <= ROWS; number++) {
        rows.append(row(number)).append('\n');
      }
    }
    Path state = folder.resolve("history.jsonl.import-state");
    for (int kill = 0; kill < KILLS; kill++) {
      long before = settled(state);
      // Slowly, so that it is still at it when it is killed.
      Process running = importing(file, "history", "--batch", "50", "--parallel", "1");
      while (settled(state) <= before && running.isAlive()) {
        Thread.sleep(20);
      }
      assertThat(running.isAlive()).as("killed while it ran").isTrue();
      running.destroyForcibly().waitFor();
    }
    assertThat(finished(importing(file, "history"))).isEqualTo(1);
    assertThat(state).doesNotExist();
    assertComplete(file);

    assertThat(finished(importing(file, "history"))).isEqualTo(1);
    assertComplete(file);
  }

  private static void assertComplete(Path file) throws IOException {
    List<Long> refused =
        IntStream.rangeClosed(1, ROWS)
            .filter(number -> !isGood(number))
            .mapToObj(Long::valueOf)
            .toList();
    assertThat(errorRows(file)).isEqualTo(refused);
    Map<String, Set<String>> kept = TopicDigests.read(broker.bootstrapServers()).of("history");
    assertThat(kept).hasSize(ROWS - refused.size());
    assertThat(kept.values()).allSatisfy(digests -> assertThat(digests).hasSize(1));
    Set<String> named =
        IntStream.rangeClosed(1, ROWS)
            .filter(number -> isGood(number) && hasId(number))
            .mapToObj(number -> Identity.of("history", "/old", "row-" + number).hex())
            .collect(Collectors.toSet());
    assertThat(kept.keySet()).containsAll(named);
  }

  @Test
  void takesForeignExports() throws Exception {
    Path mapping =
        Files.writeString(
            folder.resolve("mapping.yaml"),
            """
            columns: {When: time, Score: data.ratings.overall, Comment: data.text, Plan: data.tier}
            constants: {type: survey.answered, source: /surveys}
            values: {data.tier: {gold: PREMIUM, silver: STANDARD}}
            timePattern: yyyy-MM-dd HH:mm
            timeZone: Asia/Shanghai
            """);
    Path file = folder.resolve("survey.csv.gz");
    try (Writer rows =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      rows.append("When,Agent,Score,Comment,Plan\n");
      for (int number = 2; number <= CSV_ROWS + 1; number++) {
        String time = now.minus(Duration.ofDays(2)).toString().substring(0, 16).replace('T', ' ');
        rows.append(time).append(",Ann,");
        rows.append(number % 100 == 0 ? "six" : Integer.toString(number % 5 + 1));
        rows.append(",\"回复很快, 谢谢\",").append(number % 2 == 0 ? "gold" : "silver").append('\n');
      }
    }
    assertThat(finished(importing(file, "survey", "--mapping", mapping.toString()))).isEqualTo(1);

    List<Long> refused =
        IntStream.rangeClosed(2, CSV_ROWS + 1)
            .filter(number -> number % 100 == 0)
            .mapToObj(Long::valueOf)
            .toList();
    assertThat(errorRows(file)).isEqualTo(refused);
    assertThat(TopicDigests.read(broker.bootstrapServers()).of("survey"))
        .hasSize(CSV_ROWS - refused.size());
  }

  /**
   * A row of the history. Two thirds have no id, and half of those are equal to others; a few are
   * no JSON, without a required field, or too old.
   */
  private String row(int number) {
    if (number % 1_000 == 1) {
      return "{\"type\": oops";
    }
    int days = number % 1_000 == 2 ? DAYS_TOO_OLD : number % 300;
    Instant time = now.minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS);
    String type = number % 1_000 == 3 ? "" : "\"type\":\"feedback.submitted\",";
    String id = hasId(number) ? "\"id\":\"row-" + number + "\"," : "";
    String text = number % 3 == 1 ? ",\"text\":\"第 " + number + " 条: the upgrade stalls\"" : "";
    return "{%s%s\"source\":\"/old\",\"time\":\"%s\",\"data\":{\"sentiment\":\"%s\"%s}}"
        .formatted(id, type, time, number % 2 == 0 ? "POSITIVE" : "NEGATIVE", text);
  }

  private static boolean hasId(int number) {
    return number % 3 == 0;
  }

  private static boolean isGood(int number) {
    return number % 1_000 < 1 || number % 1_000 > 3;
  }

  private static Process importing(Path file, String project, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.supportpulse.client.imports.ImportCommand",
                file.toString(),
                "--project",
                project,
                "--url",
                intake.uri().toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("import.log").toFile()))
        .start();
  }

  private static int finished(Process process) throws InterruptedException, IOException {
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    String log = Files.readString(folder.resolve("import.log"));
    assertThat(ended).as(log).isTrue();
    System.out.println(log.substring(Math.max(0, log.length() - 500)));
    return process.exitValue();
  }

  /** How many rows are settled, by what an import that may be interrupted has written down. */
  private static long settled(Path state) throws IOException {
    return Files.exists(state)
        ? EventCodec.mapper().readTree(Files.readAllBytes(state)).path("row").asLong()
        : 0;
  }

  private static List<Long> errorRows(Path file) throws IOException {
    return Files.readAllLines(file.resolveSibling(file.getFileName() + ".errors.jsonl")).stream()
        .map(ImportSystemTest::json)
        .map(line -> line.path("row").asLong())
        .toList();
  }

  private static JsonNode json(String line) {
    try {
      return EventCodec.mapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
