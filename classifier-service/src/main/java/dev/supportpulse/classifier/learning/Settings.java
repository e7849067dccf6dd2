package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.learning.NetworkTuner.Course;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.events.ClassifierTier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How heads are trained; chosen by cross-validation on the training data alone.
 *
 * @param cost liblinear's C: how much a misjudged text costs against large weights
 * @param classWeightPower a text of a category weighs (texts / categories / texts of the
 *     category)<sup>power</sup>: 0 treats all texts alike, 1 all categories
 * @param minTexts a term enters the vocabulary when it occurs in that many texts
 * @param dense which embeddings are read of a text of a language; none in the fast tier
 * @param tuned which network votes on a text of a language, if one does
 */
record Settings(
    double cost,
    double classWeightPower,
    int minTexts,
    Map<Language, Dense> dense,
    Map<Language, Tuned> tuned) {

  static final Settings FAST = new Settings(32, 0.5, 2, Map.of(), Map.of());

  static final Settings ACCURATE =
      new Settings(
          8,
          0.5,
          2,
          Map.of(
              Language.ENGLISH,
              new Dense(List.of("e5-small-v2-q/256", "all-minilm-l6-v2-q/256"), 1.5),
              Language.CHINESE,
              new Dense(List.of("bge-small-zh-v1.5-q/256"), 0.5)),
          Map.of(
              Language.ENGLISH,
              new Tuned(Network.MINILM, new Course(2, 5e-5f, 1e-3f, 16, 0.1f, 0), 0.6f),
              Language.CHINESE,
              new Tuned(Network.BGE_ZH, new Course(4, 5e-5f, 1e-3f, 16, 0.1f, 0), 0.3f)));

  /**
   * The network of {@link TrialCommand} on the issue reports of NLBSE'24, beside the heads of
   * {@link Trial#bySource}.
   */
  static final Settings ISSUE_REPORTS =
      new Settings(
          8,
          0.5,
          2,
          Map.of(),
          Map.of(
              Language.ENGLISH,
              new Tuned(Network.MINILM, new Course(4, 5e-5f, 1e-3f, 16, 0.1f, 0), 1)));

  /** Of {@link TraitTrainer}. */
  static final Settings FAST_TRAITS = new Settings(64, 0.5, 1, Map.of(), Map.of());

  /** Of {@link TraitTrainer}. */
  static final Settings ACCURATE_TRAITS = accurateTraits(64, 0.5, 0.5);

  /** The spaces of {@link #ACCURATE}, with weights of their own. */
  static Settings accurateTraits(double cost, double english, double chinese) {
    Map<Language, Dense> dense = new EnumMap<>(Language.class);
    ACCURATE.dense.forEach(
        (language, own) ->
            dense.put(
                language,
                new Dense(own.spaces(), language == Language.CHINESE ? chinese : english)));
    return new Settings(cost, 0.5, 1, dense, Map.of());
  }

  /** Of {@link Trial#bySource}: heads over terms only, of classes of one size. */
  static Settings terms(double cost) {
    return new Settings(cost, FAST.classWeightPower, FAST.minTexts, Map.of(), Map.of());
  }

  /** Of {@link Trial#bySource}: heads over the English embeddings of the accurate tier only. */
  static Settings embeddings(double cost) {
    Dense shipped = ACCURATE.dense.get(Language.ENGLISH);
    if (shipped == null) {
      throw new IllegalStateException("the accurate tier reads no English embeddings");
    }
    // As long together as if each space had length 1.
    Dense dense = new Dense(shipped.spaces(), shipped.spaces().size());
    return new Settings(
        cost, FAST.classWeightPower, Integer.MAX_VALUE, Map.of(Language.ENGLISH, dense), Map.of());
  }

  Settings {
    dense = Map.copyOf(dense);
    tuned = Map.copyOf(tuned);
  }

  /** All of it, in one order. */
  String describe() {
    return "%s/%s/%d/%s/%s"
        .formatted(cost, classWeightPower, minTexts, new TreeMap<>(dense), new TreeMap<>(tuned));
  }

  ClassifierTier tier() {
    return dense.isEmpty() ? ClassifierTier.FAST : ClassifierTier.ACCURATE;
  }

  /**
   * Embeddings of one language.
   *
   * @param spaces their names
   * @param weight the square of their length beside that of the terms, which is 1
   */
  record Dense(List<String> spaces, double weight) {

    Dense {
      spaces = List.copyOf(spaces);
    }
  }

  /**
   * A network that goes on learning, and votes.
   *
   * @param network the published one
   * @param course how it learns
   * @param weight what its scores count beside those of the heads
   */
  record Tuned(Network network, NetworkTuner.Course course, float weight) {}
}
