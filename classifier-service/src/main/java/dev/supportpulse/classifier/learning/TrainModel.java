package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.Thresholds;
import dev.supportpulse.classifier.onnx.Embedders;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains the shipped models, one a tier, and prints the tables of {@code docs/model-card.md}.
 *
 * <pre>{@code TrainModel <data folder> <training date> <sequence> <model folder> <cache file>}
 * </pre>
 *
 * <p>With {@code -} instead of the model folder it evaluates only.
 */
public final class TrainModel {

  private static final int FOLDS = 5;

  private static final String EVALUATE_ONLY = "-";

  private static final Map<ClassifierTier, String> FILES =
      Map.of(ClassifierTier.FAST, "need.model", ClassifierTier.ACCURATE, "need-accurate.model");

  private TrainModel() {}

  /** Exits with 2 and a line of help if the arguments are not understood. */
  public static void main(String[] args) throws IOException {
    try {
      if (args.length != 5) {
        throw new IllegalArgumentException("five arguments are needed");
      }
      Corpus corpus = Corpus.load(Path.of(args[0]));
      LocalDate trainedOn = LocalDate.parse(args[1]);
      long sequence = Long.parseLong(args[2]);
      try (Embedders embedders = Embedders.load();
          CachedCoordinates coordinates =
              CachedCoordinates.in(Path.of(args[4]), Embeddings.of(embedders.all()))) {
        for (Settings settings : List.of(Settings.FAST, Settings.ACCURATE)) {
          Training training = new Training(corpus, settings, coordinates);
          NeedModel model = training.run(trainedOn, sequence);
          if (!args[3].equals(EVALUATE_ONLY)) {
            write(model, Path.of(args[3]));
          }
        }
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      System.err.println(
          "usage: TrainModel <data folder> <training date, such as 2026-11-22> <sequence> <model"
              + " folder, or - to evaluate only> <cache file>: "
              + e.getMessage());
      System.exit(2);
    }
  }

  private static void write(NeedModel model, Path folder) throws IOException {
    Path file = folder.resolve(FILES.get(model.tier()));
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelFile.write(model, out);
    }
    System.out.printf(
        Locale.ROOT,
        "%nWrote %s: model %s, %d terms, %d bytes%n",
        file,
        model.info().version(),
        model.heads().whole().vocabulary() + model.heads().opening().vocabulary(),
        Files.size(file));
  }

  /** The training of one tier. */
  private record Training(Corpus corpus, Settings settings, Coordinates coordinates) {

    NeedModel run(LocalDate trainedOn, long sequence) {
      HeadTrainer trainer = new HeadTrainer(settings, coordinates);
      CrossValidation validation = new CrossValidation(trainer, coordinates);
      List<Judged> random = validation.randomFolds(corpus.texts(), FOLDS);
      List<Judged> collectionsOut = validation.collectionsOut(corpus.texts());

      Calibration calibration = CalibrationFit.fit(random);
      Thresholds thresholds =
          ThresholdFit.fit(random.stream().map(text -> text.under(calibration)).toList());
      Evaluation randomFolds = new Evaluation(CalibrationFit.crossFitted(random));
      Evaluation strangers =
          new Evaluation(collectionsOut.stream().map(text -> text.under(calibration)).toList());

      Report report = new Report(System.out);
      String tier = settings.tier().name().toLowerCase(Locale.ROOT);
      report.table(tier + ": random " + FOLDS + "-fold", randomFolds, thresholds);
      report.table(tier + ": one collection left out at a time", strangers, thresholds);
      ModelInfo info =
          new ModelInfo(
              version(),
              sequence,
              trainedOn,
              counts(),
              corpus.hashes(),
              figures(randomFolds, strangers, thresholds));
      Trained trained = trainer.train(corpus.texts());
      return new NeedModel(info, trained.heads(), trained.dense(), calibration, thresholds);
    }

    /** Names what decides a model: data, parameters and feature scheme. */
    private String version() {
      String decides =
          new TreeMap<>(corpus.hashes()) + "|" + settings.describe() + "|" + FeatureVector.SCHEME;
      String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8));
      String kind = settings.tier() == ClassifierTier.FAST ? "linear-" : "embedding-";
      return kind + hash.substring(0, 12);
    }

    private Map<NeedCategory, Integer> counts() {
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
      figures.put("autoCoverage", Report.share(random.automatic(thresholds), random));
      figures.put("autoPrecision", random.automatic(thresholds).accuracy());
      figures.put("newCollections.macroF1", strangers.macroF1());
      figures.put("newCollections.calibrationError", strangers.calibrationError());
      return figures;
    }
  }
}
