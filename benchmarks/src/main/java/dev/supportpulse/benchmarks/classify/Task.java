package dev.supportpulse.benchmarks.classify;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Texts to learn from and texts to judge.
 *
 * @param bySource whether each source is a task of its own, and the score the mean of theirs
 */
public record Task(String name, List<Text> train, List<Text> test, boolean bySource) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = 20261122;

  /** One of so many texts is judged. */
  private static final int SHARE = 5;

  /** What NLBSE'24 calls them, and we. */
  private static final Map<String, String> LABELS =
      Map.of(
          "bug", "FUNCTIONAL_DEFECT", "feature", "FEATURE_REQUEST", "question", "USAGE_QUESTION");

  public Task {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /**
   * Our categories: a random fifth of the texts of both files is judged, the rest learned from.
   *
   * @param further {@code training.jsonl}
   * @param seed {@code written.jsonl} of the project
   * @throws IOException if one is missing or holds a line that is no labelled text
   */
  public static Task ofNeeds(Path further, Path seed) throws IOException {
    List<Text> texts = new ArrayList<>(lines(further));
    texts.addAll(lines(seed));
    return split(texts);
  }

  static Task split(List<Text> texts) {
    List<Text> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(SEED));
    int judged = shuffled.size() / SHARE;
    return new Task(
        "needs", shuffled.subList(judged, shuffled.size()), shuffled.subList(0, judged), false);
  }

  /**
   * The issue report classification of NLBSE'24, split as it comes.
   *
   * @param folder of {@code issues_train.csv} and {@code issues_test.csv}
   * @throws IOException if one is missing or has an unknown label
   */
  public static Task ofIssues(Path folder) throws IOException {
    return new Task(
        "NLBSE'24",
        issues(folder.resolve("issues_train.csv")),
        issues(folder.resolve("issues_test.csv")),
        true);
  }

  private static List<Text> lines(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      texts.add(JSON.readValue(line, Text.class));
    }
    return texts;
  }

  private static List<Text> issues(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String label = LABELS.get(row.getField("label"));
        if (label == null) {
          throw new IOException(file + " has the unknown label " + row.getField("label"));
        }
        String id = file.getFileName() + "#" + texts.size();
        String text = row.getField("title") + "\n" + row.getField("body");
        texts.add(new Text(id, "en", label, row.getField("repo"), text));
      }
    }
    return texts;
  }

  /** Writes texts as a classifier gets them, one JSON object a line. */
  static void write(List<Text> texts, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Text text : texts) {
      lines.add(JSON.writeValueAsString(text));
    }
    Files.write(file, lines);
  }
}
