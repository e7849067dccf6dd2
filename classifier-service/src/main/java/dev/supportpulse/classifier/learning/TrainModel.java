package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.TraitFile;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.onnx.Embedders;
import dev.supportpulse.classifier.onnx.TunedWeights;
import dev.supportpulse.events.ClassifierTier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains the shipped models, of needs and of traits, one a tier, and prints the tables of {@code
 * docs/model-card.md}.
 *
 * <pre>{@code TrainModel <data folder> <training date> <sequence> <model folder> <cache folder>
 * <plot file>}</pre>
 *
 * <p>With {@code -} instead of the model folder it evaluates only.
 */
public final class TrainModel {

  private static final String EVALUATE_ONLY = "-";

  private static final Map<ClassifierTier, String> FILES =
      Map.of(ClassifierTier.FAST, "need.model", ClassifierTier.ACCURATE, "need-accurate.model");

  private static final Map<ClassifierTier, String> TRAIT_FILES =
      Map.of(ClassifierTier.FAST, "traits.model", ClassifierTier.ACCURATE, "traits-accurate.model");

  private TrainModel() {}

  /** Exits with 2 and a line of help if the arguments are not understood. */
  public static void main(String[] args) throws IOException {
    try {
      if (args.length != 6) {
        throw new IllegalArgumentException("six arguments are needed");
      }
      Corpus corpus = Corpus.load(Path.of(args[0]));
      LocalDate trainedOn = LocalDate.parse(args[1]);
      long sequence = Long.parseLong(args[2]);
      Path cache = Files.createDirectories(Path.of(args[4]));
      TunedVotes tuned = new TunedVotes(NetworkTuner.found(), cache.resolve("votes"));
      try (Embedders embedders = Embedders.published();
          CachedCoordinates coordinates =
              CachedCoordinates.in(
                  cache.resolve("embeddings.cache"), Embeddings.of(embedders.all()))) {
        List<CalibrationPlot.Panel> panels = new ArrayList<>();
        for (Settings settings : List.of(Settings.FAST, Settings.ACCURATE)) {
          Voting voting = new Voting(settings, tuned);
          Map<Language, TunedWeights> weights = voting.weights(corpus.texts());
          NeedTraining training = new NeedTraining(corpus, settings, coordinates, voting);
          NeedModel model = training.run(trainedOn, sequence, weights, panels);
          if (!args[3].equals(EVALUATE_ONLY)) {
            write(model, Path.of(args[3]));
            write(weights, Path.of(args[3]));
          }
        }
        Files.writeString(Path.of(args[5]), CalibrationPlot.svg(panels));
        Annotations annotations = Annotations.shipped();
        for (Settings settings : List.of(Settings.FAST_TRAITS, Settings.ACCURATE_TRAITS)) {
          TraitModel model = TraitTraining.run(annotations, settings, coordinates);
          if (!args[3].equals(EVALUATE_ONLY)) {
            write(model, Path.of(args[3]).resolve(TRAIT_FILES.get(settings.tier())));
          }
        }
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      System.err.println(
          "usage: TrainModel <data folder> <training date, such as 2026-11-22> <sequence> <model"
              + " folder, or - to evaluate only> <cache folder> <plot file>: "
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

  private static void write(Map<Language, TunedWeights> weights, Path folder) throws IOException {
    for (Map.Entry<Language, TunedWeights> own : weights.entrySet()) {
      Path file = folder.resolve(TunedWeights.file(own.getKey()));
      try (OutputStream out = Files.newOutputStream(file)) {
        own.getValue().write(out);
      }
      System.out.printf(
          Locale.ROOT,
          "%nWrote %s: network %s, %d bytes%n",
          file,
          own.getValue().version(),
          Files.size(file));
    }
  }

  private static void write(TraitModel model, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      TraitFile.write(model, out);
    }
    System.out.printf(
        Locale.ROOT,
        "%nWrote %s: model %s, %d terms, %d bytes%n",
        file,
        model.version(),
        model.terms().vocabulary(),
        Files.size(file));
  }
}
