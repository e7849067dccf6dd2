package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Trains the shipped model and prints the tables of {@code docs/model-card.md}.
 *
 * <pre>{@code TrainModel <data folder> <training date> <sequence> <model file>}</pre>
 */
public final class TrainModel {

  private static final int FOLDS = 5;

  private TrainModel() {}

  /** Exits with 2 and a line of help if the arguments are not understood. */
  public static void main(String[] args) throws IOException {
    try {
      if (args.length != 4) {
        throw new IllegalArgumentException("four arguments are needed");
      }
      Corpus corpus = Corpus.load(Path.of(args[0]));
      NeedModel model =
          train(corpus, Settings.SHIPPED, LocalDate.parse(args[1]), Long.parseLong(args[2]));
      try (OutputStream out = Files.newOutputStream(Path.of(args[3]))) {
        ModelFile.write(model, out);
      }
      System.out.printf(
          Locale.ROOT,
          "%nWrote %s: model %s, %d terms, %d bytes%n",
          args[3],
          model.info().version(),
          model.heads().vocabulary(),
          Files.size(Path.of(args[3])));
    } catch (DateTimeException | IllegalArgumentException e) {
      System.err.println(
          "usage: TrainModel <data folder> <training date, such as 2026-11-22> <sequence> <model"
              + " file>: "
              + e.getMessage());
      System.exit(2);
    }
  }

  private static NeedModel train(
      Corpus corpus, Settings settings, LocalDate trainedOn, long sequence) {
    HeadTrainer trainer = new HeadTrainer(settings);
    CrossValidation validation = new CrossValidation(trainer);
    List<Judged> random = validation.randomFolds(corpus.texts(), FOLDS);
    List<Judged> collectionsOut = validation.collectionsOut(corpus.texts());

    Calibration calibration = CalibrationFit.fit(random);
    Thresholds thresholds =
        ThresholdFit.fit(random.stream().map(text -> text.under(calibration)).toList());
    Evaluation randomFolds = new Evaluation(CalibrationFit.crossFitted(random));
    Evaluation strangers =
        new Evaluation(collectionsOut.stream().map(text -> text.under(calibration)).toList());

    Report report = new Report(System.out);
    report.table("random " + FOLDS + "-fold", randomFolds, thresholds);
    report.table("one collection left out at a time", strangers, thresholds);
    ModelInfo info =
        new ModelInfo(
            version(corpus, settings),
            sequence,
            trainedOn,
            counts(corpus),
            corpus.hashes(),
            figures(randomFolds, strangers, thresholds));
    return new NeedModel(info, trainer.train(corpus.texts()), calibration, thresholds);
  }

  /** Names what decides a model: data, parameters and feature scheme. */
  private static String version(Corpus corpus, Settings settings) {
    String decides = new TreeMap<>(corpus.hashes()) + "|" + settings + "|" + FeatureVector.SCHEME;
    String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8));
    return "linear-" + hash.substring(0, 12);
  }

  private static Map<NeedCategory, Integer> counts(Corpus corpus) {
    Map<NeedCategory, Integer> counts = new EnumMap<>(NeedCategory.class);
    corpus.texts().forEach(text -> counts.merge(text.label(), 1, Integer::sum));
    return counts;
  }

  private static Map<String, Double> figures(
      Evaluation random, Evaluation strangers, Thresholds thresholds) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("macroF1", random.macroF1());
    figures.put("macroF1.en", random.where(text -> text.language().equals("en")).macroF1());
    figures.put("macroF1.zh", random.where(text -> text.language().equals("zh")).macroF1());
    figures.put("calibrationError", random.calibrationError());
    figures.put("autoCoverage", share(random.automatic(thresholds), random));
    figures.put("autoPrecision", random.automatic(thresholds).accuracy());
    figures.put("newCollections.macroF1", strangers.macroF1());
    figures.put("newCollections.calibrationError", strangers.calibrationError());
    return figures;
  }

  private static double share(Evaluation part, Evaluation whole) {
    return (double) part.texts() / whole.texts();
  }

  /** Prints Markdown. */
  private record Report(PrintStream out) {

    void table(String title, Evaluation all, Thresholds thresholds) {
      Map<String, Evaluation> parts = new LinkedHashMap<>();
      parts.put("all", all);
      parts.put("English", all.where(text -> text.language().equals("en")));
      parts.put("Chinese", all.where(text -> text.language().equals("zh")));
      out.printf("%n### %s%n%n| | %s |%n|---|", title, String.join(" | ", parts.keySet()));
      parts.forEach((name, part) -> out.print("---|"));
      row("texts", parts, part -> Integer.toString(part.texts()));
      row("macro-F1", parts, part -> figure(part.macroF1()));
      row("accuracy", parts, part -> figure(part.accuracy()));
      row("calibration error (ECE)", parts, part -> figure(part.calibrationError()));
      row("AUTO: coverage", parts, part -> figure(share(part.automatic(thresholds), part)));
      row("AUTO: precision", parts, part -> figure(part.automatic(thresholds).accuracy()));
      for (NeedCategory category : Heads.categories()) {
        row(
            category + ": F1 (precision, recall; n)",
            parts,
            part ->
                "%s (%s, %s; %d)"
                    .formatted(
                        figure(part.f1(category)),
                        figure(part.precision(category)),
                        figure(part.recall(category)),
                        part.labelled(category)));
      }
      out.println();
    }

    private void row(
        String name, Map<String, Evaluation> parts, Function<Evaluation, String> cell) {
      List<String> cells = new ArrayList<>();
      parts.values().forEach(part -> cells.add(cell.apply(part)));
      out.printf("%n| %s | %s |", name, String.join(" | ", cells));
    }

    private static String figure(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }
}
