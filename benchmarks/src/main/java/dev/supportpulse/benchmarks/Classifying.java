package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.classify.FastText;
import dev.supportpulse.benchmarks.classify.Measured;
import dev.supportpulse.benchmarks.classify.OurTier;
import dev.supportpulse.benchmarks.classify.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Path service = checkout.resolve("classifier-service");
    Path seed = service.resolve(Path.of("src", "main", "resources", "corpus", "written.jsonl"));
    List<Task> tasks =
        List.of(
            Task.ofNeeds(data.resolve("training.jsonl"), seed),
            Task.ofIssues(data.resolve("nlbse2024")));
    Path folder =
        Files.createDirectories(checkout.resolve(Path.of("benchmarks", "target", "classify")));
    Path app = service.resolve(Path.of("target", "quarkus-app"));
    Path cache = Files.createDirectories(checkout.resolve(".local")).resolve("embeddings.cache");
    Optional<FastText> fastText = FastText.find(folder);
    Map<String, List<Measured>> byTask = new LinkedHashMap<>();
    for (Task task : tasks) {
      List<Measured> measured = new ArrayList<>();
      if (fastText.isPresent()) {
        measured.add(fastText.get().measure(task));
      }
      for (String tier : List.of("fast", "accurate")) {
        measured.add(new OurTier(tier, folder, app, cache).measure(task));
      }
      byTask.put(task.name(), measured);
    }
    return new Classifying(byTask, fastText.isPresent());
  }
}
