package dev.supportpulse.classifier.learning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.onnx.Embedders;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The method of both tiers on the issue report classification of the NLBSE'24 tool competition: 5
 * repositories, 100 issues per class and repository to train on, as many to test; the score is the
 * mean of the repositories' macro-F1 over bug, feature and question.
 *
 * <pre>{@code IssueReportBenchmark <folder of issues_train.csv and issues_test.csv> <cache file>
 * [test]}</pre>
 *
 * <p>Without {@code test} it cross-validates on the training issues: that is where weights were
 * chosen. A repository is scored by heads trained on all repositories plus heads trained on its own
 * issues.
 */
final class IssueReportBenchmark {

  private static final int FOLDS = 5;

  private static final Map<String, NeedCategory> LABELS =
      Map.of(
          "bug", NeedCategory.FUNCTIONAL_DEFECT,
          "feature", NeedCategory.FEATURE_REQUEST,
          "question", NeedCategory.USAGE_QUESTION);

  private static final Settings FAST = fast(8);
  private static final Settings ACCURATE = accurate(2, 2);

  private IssueReportBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<LabelledText> train = read(folder.resolve("issues_train.csv"));
    try (Embedders embedders = Embedders.load();
        CachedCoordinates coordinates =
            CachedCoordinates.in(Path.of(args[1]), Embeddings.of(embedders.all()))) {
      if (args.length > 2) {
        List<LabelledText> test = read(folder.resolve("issues_test.csv"));
        print("fast, test", FAST, coordinates, List.of(new Split(train, test)));
        print("accurate, test", ACCURATE, coordinates, List.of(new Split(train, test)));
        return;
      }
      for (double cost : List.of(2.0, 8.0, 32.0)) {
        print("fast, C " + cost, fast(cost), coordinates, folds(train));
        for (double weight : List.of(0.5, 1.0, 2.0)) {
          String name = "accurate, C " + cost + ", weight " + weight;
          print(name, accurate(cost, weight), coordinates, folds(train));
        }
      }
    }
  }

  private static Settings fast(double cost) {
    Settings shipped = Settings.FAST;
    return new Settings(cost, shipped.classWeightPower(), shipped.minTexts(), Map.of());
  }

  private static Settings accurate(double cost, double weight) {
    Settings shipped = Settings.ACCURATE;
    List<String> spaces = List.copyOf(english(shipped).spaces());
    return new Settings(
        cost,
        shipped.classWeightPower(),
        shipped.minTexts(),
        Map.of(Language.ENGLISH, new Settings.Dense(spaces, weight)));
  }

  private static Settings.Dense english(Settings settings) {
    Settings.Dense dense = settings.dense().get(Language.ENGLISH);
    if (dense == null) {
      throw new IllegalStateException("the accurate tier reads no English embeddings");
    }
    return dense;
  }

  private static void print(
      String name, Settings settings, Coordinates coordinates, List<Split> splits) {
    List<Judged.Prediction> predictions = new ArrayList<>();
    for (Split split : splits) {
      predictions.addAll(split.judge(settings, coordinates));
    }
    Map<String, Double> scores = new TreeMap<>();
    for (String repository : repositories(predictions.stream().map(p -> p.text()).toList())) {
      Evaluation own = new Evaluation(predictions).where(text -> text.source().equals(repository));
      double sum = LABELS.values().stream().mapToDouble(own::f1).sum();
      scores.put(repository, sum / LABELS.size());
    }
    double mean = scores.values().stream().mapToDouble(d -> d).average().orElseThrow();
    System.out.printf(Locale.ROOT, "%s: %.4f %s%n", name, mean, scores);
  }

  private static List<Split> folds(List<LabelledText> texts) {
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LabelledText> train = new ArrayList<>();
      List<LabelledText> test = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        (i % FOLDS == fold ? test : train).add(texts.get(i));
      }
      splits.add(new Split(train, test));
    }
    return splits;
  }

  private static Set<String> repositories(List<LabelledText> texts) {
    Set<String> repositories = new TreeSet<>();
    texts.forEach(text -> repositories.add(text.source()));
    return repositories;
  }

  private static List<LabelledText> read(Path file) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        NeedCategory label = LABELS.get(row.getField("label"));
        if (label == null) {
          throw new IOException("unknown label " + row.getField("label"));
        }
        texts.add(
            LabelledText.of(
                file.getFileName() + "#" + texts.size(),
                Language.ENGLISH.tag(),
                label,
                row.getField("repo"),
                row.getField("title") + "\n" + row.getField("body")));
      }
    }
    return texts;
  }

  /** Texts to learn from and texts to judge. */
  private record Split(List<LabelledText> train, List<LabelledText> test) {

    List<Judged.Prediction> judge(Settings settings, Coordinates coordinates) {
      HeadTrainer trainer = new HeadTrainer(settings, coordinates);
      Trained common = trainer.train(train);
      List<Judged.Prediction> predictions = new ArrayList<>();
      for (String repository : repositories(test)) {
        Trained own =
            trainer.train(train.stream().filter(t -> t.source().equals(repository)).toList());
        for (LabelledText text : test) {
          if (text.source().equals(repository)) {
            double[] scores = common.scores(text, coordinates);
            double[] ownScores = own.scores(text, coordinates);
            for (int head = 0; head < Heads.COUNT; head++) {
              scores[head] += ownScores[head];
            }
            predictions.add(new Judged.Prediction(text, scores));
          }
        }
      }
      return predictions;
    }
  }
}
