package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.classify.FastText;
import dev.supportpulse.benchmarks.classify.Measured;
import dev.supportpulse.benchmarks.classify.OurTier;
import dev.supportpulse.benchmarks.classify.Scores;
import dev.supportpulse.benchmarks.classify.Task;
import dev.supportpulse.benchmarks.classify.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both tiers beside fastText, on the same texts.
 *
 * @param byTask what was measured, by the name of the task
 * @param withFastText whether fastText was there
 */
record Classifying(Map<String, List<Measured>> byTask, boolean withFastText) {

  /**
   * Measures on both tasks.
   *
   * @param data the folder of {@code training.jsonl} and {@code nlbse2024/}
   * @throws IOException if one is missing; with its name
   */
  static Classifying measure(Path checkout, Path data) throws IOException, InterruptedException {
    Path seed =
        checkout.resolve(
            Path.of("classifier-service", "src", "main", "resources", "corpus", "written.jsonl"));
    List<Task> tasks = List.of(Task.ofNeeds(data.resolve("training.jsonl"), seed), issues(data));
    Optional<FastText> fastText = FastText.find(folder(checkout));
    Map<String, List<Measured>> byTask = new LinkedHashMap<>();
    for (Task task : tasks) {
      List<Measured> measured = new ArrayList<>();
      if (fastText.isPresent()) {
        measured.add(fastText.get().measure(task));
      }
      for (OurTier tier : tiers(checkout)) {
        measured.add(tier.measure(task));
      }
      byTask.put(task.name(), measured);
    }
    return new Classifying(byTask, fastText.isPresent());
  }

  /**
   * Both tiers by name, cross-validated on the training issues of NLBSE'24.
   *
   * @param data as above
   */
  static Map<String, Scores> crossValidate(Path checkout, Path data)
      throws IOException, InterruptedException {
    List<Task> folds = issues(data).folds();
    List<Text> judged = folds.stream().flatMap(fold -> fold.test().stream()).toList();
    Task whole = new Task("", List.of(), List.of(), judged, true);
    Map<String, Scores> scores = new LinkedHashMap<>();
    for (OurTier tier : tiers(checkout)) {
      List<String> predicted = new ArrayList<>();
      for (Task fold : folds) {
        predicted.addAll(tier.predict(fold));
      }
      scores.put(tier.tier(), Scores.of(whole, predicted));
    }
    return scores;
  }

  private static Task issues(Path data) throws IOException {
    return Task.ofIssues(data.resolve("nlbse2024"), data.resolve("training.jsonl"));
  }

  private static List<OurTier> tiers(Path checkout) throws IOException {
    Path folder = folder(checkout);
    Path app = checkout.resolve(Path.of("classifier-service", "target", "quarkus-app"));
    Path tuning = checkout.resolve(Path.of("network-tuning", "target"));
    Path cache = Files.createDirectories(checkout.resolve(".local"));
    return Stream.of("fast", "accurate")
        .map(tier -> new OurTier(tier, folder, app, tuning, cache))
        .toList();
  }

  private static Path folder(Path checkout) throws IOException {
    return Files.createDirectories(checkout.resolve(Path.of("benchmarks", "target", "classify")));
  }
}
