package dev.supportpulse.benchmarks.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A tier of ours, in processes of its own: one learns from the task's texts and judges the others,
 * one loads the shipped models and reads the same texts against the clock, on one thread.
 *
 * @param tier {@code fast} or {@code accurate}
 * @param folder where files go
 * @param app the packaged service
 * @param cache keeps embeddings from run to run
 */
public record OurTier(String tier, Path folder, Path app, Path cache) {

  private static final String PACKAGE = "dev.supportpulse.classifier.learning.";

  private static final int FAST_ROUNDS = 20;

  /** Learns, judges and reads. */
  public Measured measure(Task task) throws IOException, InterruptedException {
    Path train = folder.resolve("train.jsonl");
    Path test = folder.resolve("test.jsonl");
    Task.write(task.train(), train);
    Task.write(task.test(), test);
    JsonNode judged =
        answer(
            "TrialCommand",
            tier,
            train.toString(),
            test.toString(),
            cache.toString(),
            task.bySource() ? "by-source" : "together");
    List<String> predicted = new ArrayList<>();
    judged.get("labels").forEach(label -> predicted.add(label.textValue()));
    int rounds = tier.equals("fast") ? FAST_ROUNDS : 1;
    Child reading = run("SpeedCommand", tier, test.toString(), Integer.toString(rounds));
    JsonNode read = json(reading.output());
    return new Measured(
        tier,
        Scores.of(task, predicted),
        judged.get("trainSeconds").doubleValue(),
        read.get("textsPerSecond").doubleValue(),
        read.get("loadMillis").doubleValue(),
        reading.peakMiB());
  }

  private JsonNode answer(String main, String... arguments)
      throws IOException, InterruptedException {
    return json(run(main, arguments).output());
  }

  /** The last line; libraries may have said something before. */
  static JsonNode json(String output) throws IOException {
    List<String> lines = output.strip().lines().toList();
    return new JsonMapper().readTree(lines.get(lines.size() - 1));
  }

  private Child run(String main, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                main.equals("SpeedCommand") ? "-Xmx128m" : "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*",
                PACKAGE + main));
    command.addAll(List.of(arguments));
    return Child.run(command);
  }
}
