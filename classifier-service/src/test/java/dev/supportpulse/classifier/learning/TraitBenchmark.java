package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.onnx.Embedders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cross-validates settings of the trait models on the annotated texts: where {@link
 * Settings#FAST_TRAITS} and {@link Settings#ACCURATE_TRAITS} come from.
 *
 * <pre>{@code TraitBenchmark <cache file>}</pre>
 */
final class TraitBenchmark {

  private static final int FOLDS = 5;

  private TraitBenchmark() {}

  public static void main(String[] args) throws IOException {
    List<AnnotatedText> texts = Annotations.shipped().texts();
    try (Embedders embedders = Embedders.published();
        CachedCoordinates coordinates =
            CachedCoordinates.in(Path.of(args[0]), Embeddings.of(embedders.all()))) {
      for (double cost : List.of(4.0, 16.0, 64.0)) {
        for (int minTexts : List.of(1, 2)) {
          judge(new Settings(cost, 0.5, minTexts, Map.of(), Map.of()), texts, coordinates);
        }
        for (double weight : List.of(0.5, 1.5, 4.0)) {
          judge(Settings.accurateTraits(cost, weight, weight), texts, coordinates);
        }
      }
    }
  }

  private static void judge(Settings settings, List<AnnotatedText> texts, Coordinates coordinates) {
    TraitEvaluation found =
        TraitValidation.randomFolds(
                texts, FOLDS, new TraitTrainer(settings, coordinates), coordinates)
            .crossFitted();
    System.out.printf(
        Locale.ROOT,
        "%s: sentiment %.3f %.3f, en %.3f zh %.3f; tags %.3f%n",
        settings.describe(),
        found.sentimentAccuracy(),
        found.sentimentMacroF1(),
        found.where(text -> text.language().equals("en")).sentimentMacroF1(),
        found.where(text -> text.language().equals("zh")).sentimentMacroF1(),
        found.tagMacroF1());
  }
}
