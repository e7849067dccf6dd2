package dev.supportpulse.classifier.learning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Embeddings;
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
 * issues: over the terms that the shipped model reads, over words as they were written and, in the
 * accurate tier, over embeddings.
 */
final class IssueReportBenchmark {

  private static final int FOLDS = 5;

  private static final Map<String, NeedCategory> LABELS =
      Map.of(
          "bug", NeedCategory.FUNCTIONAL_DEFECT,
          "feature", NeedCategory.FEATURE_REQUEST,
          "question", NeedCategory.USAGE_QUESTION);

  private IssueReportBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<LabelledText> train = read(folder.resolve("issues_train.csv"));
    try (Embedders embedders = Embedders.published();
        CachedCoordinates coordinates =
            CachedCoordinates.in(Path.of(args[1]), Embeddings.of(embedders.all()))) {
      if (args.length > 2) {
        Trial split = new Trial(train, read(folder.resolve("issues_test.csv")));
        print("fast, test", TrialCommand.members(true), coordinates, List.of(split));
        print("accurate, test", TrialCommand.members(false), coordinates, List.of(split));
        return;
      }
      for (double clean : List.of(8.0, 32.0)) {
        for (double plain : List.of(8.0, 32.0)) {
          Member terms = new Member(Settings.terms(clean), false, 1);
          Member words = new Member(Settings.terms(plain), true, 1);
          String name = "terms, C " + clean + "; words, C " + plain;
          print(name, List.of(terms, words), coordinates, folds(train));
          for (double weight : List.of(1.0, 2.0)) {
            Member embeddings = new Member(Settings.embeddings(1), false, weight);
            String all = name + "; embeddings, weight " + weight;
            print(all, List.of(terms, words, embeddings), coordinates, folds(train));
          }
        }
      }
    }
  }

  private static void print(
      String name, List<Member> members, Coordinates coordinates, List<Trial> splits) {
    List<Judged.Prediction> predictions = new ArrayList<>();
    for (Trial split : splits) {
      split
          .bySource(members, coordinates)
          .forEach(text -> predictions.add(text.under(Calibration.none())));
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

  private static List<Trial> folds(List<LabelledText> texts) {
    List<Trial> splits = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<LabelledText> train = new ArrayList<>();
      List<LabelledText> test = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        (i % FOLDS == fold ? test : train).add(texts.get(i));
      }
      splits.add(new Trial(train, test));
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
}
