package dev.supportpulse.benchmarks.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
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
 * @param tuning what training was built to
 * @param cache the folder that keeps embeddings and what networks said from run to run
 */
public record OurTier(String tier, Path folder, Path app, Path tuning, Path cache) {

  private static final String PACKAGE = "dev.supportpulse.classifier.learning.";

  private static final int FAST_ROUNDS = 20;

  /** Learns, judges and reads. */
  public Measured measure(Task task) throws IOException, InterruptedException {
    JsonNode judged = judge(task);
    int rounds = tier.equals("fast") ? FAST_ROUNDS : 1;
    Path test = folder.resolve("test.jsonl");
    Child reading = run("SpeedCommand", tier, test.toString(), Integer.toString(rounds));
    JsonNode read = json(reading.output());
    return new Measured(
        tier,
        Scores.of(task, labels(judged)),
        judged.get("trainSeconds").doubleValue(),
        read.get("textsPerSecond").doubleValue(),
        read.get("p99Millis").doubleValue(),
        read.get("loadMillis").doubleValue(),
        reading.peakMiB());
  }

  /** The labels that it gives to the task's test texts, in their order, once it has learned. */
  public List<String> predict(Task task) throws IOException, InterruptedException {
    return labels(judge(task));
  }

  private static List<String> labels(JsonNode judged) {
    List<String> labels = new ArrayList<>();
    judged.get("labels").forEach(label -> labels.add(label.textValue()));
    return labels;
  }

  private JsonNode judge(Task task) throws IOException, InterruptedException {
    Path train = folder.resolve("train.jsonl");
    Path others = folder.resolve("others.jsonl");
    Path test = folder.resolve("test.jsonl");
    Task.write(task.train(), train);
    Task.write(task.others(), others);
    Task.write(task.test(), test);
    Child judging =
        run(
            "TrialCommand",
            tier,
            train.toString(),
            others.toString(),
            test.toString(),
            cache.toString(),
            task.bySource() ? "by-source" : "together");
    return json(judging.output());
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
                main.equals("SpeedCommand") ? "-Xmx128m" : "-Xmx2g",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                main.equals("SpeedCommand")
                    ? app + "/app/*:" + app + "/lib/main/*:" + app + "/lib/boot/*"
                    : tuning + "/classes:" + Files.readString(tuning.resolve("run.classpath")),
                PACKAGE + main));
    command.addAll(List.of(arguments));
    return Child.run(command);
  }
}
