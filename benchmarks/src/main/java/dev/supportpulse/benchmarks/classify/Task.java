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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts to learn from and texts to judge.
 *
 * @param others to learn from, too: texts of other projects
 * @param bySource whether each source is a task of its own, and the score the mean of theirs
 */
public record Task(
    String name, List<Text> train, List<Text> others, List<Text> test, boolean bySource) {

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
    others = List.copyOf(others);
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
        "needs",
        shuffled.subList(judged, shuffled.size()),
        List.of(),
        shuffled.subList(0, judged),
        false);
  }

  /**
   * The issue report classification of NLBSE'24, split as it comes.
   *
   * @param folder of {@code issues_train.csv} and {@code issues_test.csv}
   * @param further {@code training.jsonl}, of which the English texts of the three kinds are the
   *     others, without those that were taken from this task or one like it
   * @throws IOException if one is missing or has an unknown label
   */
  public static Task ofIssues(Path folder, Path further) throws IOException {
    return new Task(
        "NLBSE'24",
        issues(folder.resolve("issues_train.csv")),
        lines(further).stream().filter(Task::isOther).toList(),
        issues(folder.resolve("issues_test.csv")),
        true);
  }

  private static boolean isOther(Text text) {
    return text.lang().equals("en")
        && LABELS.containsValue(text.label())
        && !text.source().toLowerCase(Locale.ROOT).contains("nlbse");
  }

  /** All texts to learn from. */
  List<Text> learned() {
    return Stream.concat(train.stream(), others.stream()).toList();
  }

  /**
   * The same task asked of its texts to learn from: each fifth is judged in its turn, and the rest
   * learned from. What is chosen is chosen on these, so that the test texts stay unseen.
   */
  public List<Task> folds() {
    return IntStream.range(0, SHARE)
        .mapToObj(fold -> new Task(name, fifth(fold, false), others, fifth(fold, true), bySource))
        .toList();
  }

  private List<Text> fifth(int fold, boolean judged) {
    return IntStream.range(0, train.size())
        .filter(i -> i % SHARE == fold == judged)
        .mapToObj(train::get)
        .toList();
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
