package dev.supportpulse.client.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.supportpulse.client.Answers;
import dev.supportpulse.client.Answers.Answer;
import dev.supportpulse.client.IntakeClient;
import dev.supportpulse.client.IntakeRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

  private static final int ROWS = 100;

  @TempDir Path folder;

  @Test
  void an_interrupted_import_goes_on_and_ends_as_if_nothing_had_happened() throws Exception {
    Path file = history();
    Map<String, Integer> taken = new HashMap<>();
    AtomicInteger asked = new AtomicInteger();
    try (Answers intake =
        new Answers(
            request ->
                asked.incrementAndGet() == 6
                    ? Answer.of(403, "{\"code\":\"KEY_EXPIRED\",\"detail\":\"new key, please\"}")
                    : told(request.body(), taken))) {
      ImportOptions options = options(file, intake);
      CheckpointFile checkpoints = new CheckpointFile(options.state());
      Checkpoint start = Checkpoint.start("f", "s");

      assertThatThrownBy(() -> run(options, checkpoints, start))
          .isInstanceOf(IntakeRefused.class)
          .hasMessageContaining("KEY_EXPIRED");
      Checkpoint left = Objects.requireNonNull(checkpoints.read());
      assertThat(left.row()).isBetween(1L, ROWS - 1L);
      assertThat(left.tally().rows()).isEqualTo(left.row());

      Tally tally = run(options, checkpoints, left);

      assertThat(tally).isEqualTo(new Tally(ROWS - 12, 1, 11));
      assertThat(Files.readAllLines(options.errors()))
          .hasSize(12)
          .first()
          .isEqualTo(
              "{\"row\":9,\"id\":\"9\",\"status\":\"REJECTED\",\"code\":\"INVALID_FIELD\",\"field\":\"/data\",\"message\":\"is required\"}");
      assertThat(Files.readString(options.errors()))
          .contains("{\"row\":50,\"status\":\"REJECTED\",\"code\":\"NOT_JSON\"");
      assertThat(taken.keySet()).hasSize(ROWS - 12);
    }
  }

  @Test
  void what_an_interrupted_import_left_belongs_to_its_errors() throws IOException {
    Path errors = folder.resolve("errors");
    Files.writeString(errors, "12345");

    try (ErrorFile file = ErrorFile.open(errors, 3)) {
      assertThat(file.flush()).isEqualTo(3);
    }
    assertThat(Files.readString(errors)).isEqualTo("123");
    assertThatThrownBy(() -> ErrorFile.open(errors, 4))
        .isInstanceOf(ImportStopped.class)
        .hasMessageContaining("--restart");
  }

  @Test
  void a_command_line_is_read_or_refused_with_the_remedy() {
    ImportOptions options =
        ImportOptions.parse(
            List.of("h.csv.gz", "--mapping", "m.yaml", "--batch", "100"),
            Map.of("SUPPORTPULSE_KEY", "sp_1"));
    assertThat(options.format()).isEqualTo(ImportOptions.Format.CSV);
    assertThat(options.key()).isEqualTo("sp_1");
    assertThat(options.errors()).isEqualTo(Path.of("h.csv.gz.errors.jsonl"));
    assertThat(options.state()).isEqualTo(Path.of("h.csv.gz.import-state"));
    assertThat(options.limits().events()).isEqualTo(100);

    assertThat(refusal("h.jsonl", "--mapping", "m.yaml")).contains("rows of JSON are events");
    assertThat(refusal("h.txt")).contains("must be called");
    assertThat(refusal("h.csv", "--batch", "0")).contains("--batch must be a number");
    assertThat(refusal("h.csv", "--url")).contains("--url needs a value");
    assertThat(refusal("h.csv", "more.csv")).contains("'more.csv' is not understood");
    assertThat(refusal("h.csv", "--url", "localhost:8081")).contains("http://127.0.0.1:8081");
    assertThat(refusal()).contains("which file");
  }

  private static String refusal(String... arguments) {
    try {
      return "taken: " + ImportOptions.parse(List.of(arguments), Map.of());
    } catch (ImportStopped e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A hundred rows: every ninth can't be accepted, the 90th is old, the 50th is no JSON. */
  private Path history() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      rows.append(row == 50 ? "{" : "{\"id\":\"" + row + "\",\"type\":\"case.opened\"}")
          .append('\n');
    }
    return Files.writeString(folder.resolve("history.jsonl"), rows);
  }

  private static ImportOptions options(Path file, Answers intake) {
    return ImportOptions.parse(
        List.of(
            file.toString(),
            "--url",
            intake.address().toString(),
            "--batch",
            "7",
            "--parallel",
            "2"),
        Map.of());
  }

  private static Tally run(ImportOptions options, CheckpointFile checkpoints, Checkpoint from)
      throws IOException, InterruptedException {
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (SourceFile file = SourceFile.open(options.file());
        ErrorFile errors = ErrorFile.open(options.errors(), from.errorBytes())) {
      return new Import(
              options,
              IntakeClient.at(options.url()).build(),
              checkpoints,
              errors,
              from,
              new ImportProgress(nowhere, false, 1, file::read, 0))
          .run(new JsonLines(file.content()));
    }
  }

  private static Answer told(String body, Map<String, Integer> taken) {
    try {
      ArrayNode results = Json.ROWS.createArrayNode();
      boolean all = true;
      for (JsonNode event : Json.ROWS.readTree(body)) {
        int row = event.get("id").asInt();
        String status = row == 90 ? "QUARANTINED" : row % 9 == 0 ? "REJECTED" : "ACCEPTED";
        var result =
            results
                .addObject()
                .put("index", results.size() - 1)
                .put("id", Integer.toString(row))
                .put("status", status)
                .put("retryable", false);
        if (status.equals("ACCEPTED")) {
          taken.merge(event.get("id").asText(), 1, Integer::sum);
        } else {
          all = false;
          result.put("code", "INVALID_FIELD").put("field", "/data").put("message", "is required");
        }
      }
      return Answer.of(all ? 202 : 207, "{\"results\":" + results + "}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
