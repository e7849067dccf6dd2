package dev.supportpulse.classifier.need;

import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Alternative;
import dev.supportpulse.events.NeedClassified.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the need of a text. Whatever the text, the answer is one of {@link NeedCategory}; a text of
 * which the model knows no term is OTHER, for REVIEW.
 */
public final class NeedClassifier {

  private static final double WORTH_NAMING = 0.05;
  private static final int MAX_ALTERNATIVES = 3;
  private static final int MAX_EVIDENCE = 6;

  private final NeedModel model;
  private final Embeddings embeddings;
  private final Specialisation specialisation;

  /** Reads with a model of the fast tier. */
  public NeedClassifier(NeedModel model) {
    this(model, Embeddings.of(List.of()));
  }

  /**
   * Reads with a model of either tier.
   *
   * @param embeddings the spaces that the model may want
   * @throws IllegalArgumentException if the model wants another space
   */
  public NeedClassifier(NeedModel model, Embeddings embeddings) {
    this(model, embeddings, Specialisation.NONE);
  }

  private NeedClassifier(NeedModel model, Embeddings embeddings, Specialisation specialisation) {
    model.dense().values().forEach(heads -> embeddings.require(heads.standard().spaces()));
    this.model = model;
    this.embeddings = embeddings;
    this.specialisation = specialisation;
  }

  /** A classifier with the same embeddings, a model of the same tier and what projects have. */
  public NeedClassifier with(NeedModel other, Specialisation ofProjects) {
    return new NeedClassifier(other, embeddings, ofProjects);
  }

  /** What projects have of their own. */
  public Specialisation specialisation() {
    return specialisation;
  }

  /** The model that it reads with. */
  public NeedModel model() {
    return model;
  }

  /** Reads a text of no project. */
  public Need classify(NeedText text) {
    return read(text, null).need();
  }

  /**
   * Reads a text.
   *
   * @param project whose own corrections and thresholds count; null for nobody's
   */
  public NeedReading read(NeedText text, @Nullable String project) {
    CleanText clean = TextCleaner.clean(text);
    FeatureVector features = FeatureVector.of(clean);
    WeightedTerms terms = model.heads().whole().weigh(features);
    ProjectHeads own = specialisation.headsOf(project);
    TermHeads.Reading reading =
        model.heads().read(features, Opening.of(clean)).with(own == null ? null : own.read(terms));
    Language language = Language.of(clean.text());
    double[] scores = withDense(reading.scores(), language, clean);
    double[] shared = model.calibration().probabilities(scores);
    double[] probabilities = reading.shifted(shared);
    NeedCategory category =
        reading.knownTerms() == 0 ? NeedCategory.OTHER : Heads.highest(probabilities);
    Decision decision =
        reading.knownTerms() == 0
            ? Decision.REVIEW
            : specialisation
                .thresholds(project, model.thresholds())
                .decide(category, probabilities);
    Need need =
        new Need(
            category,
            probabilities[Heads.of(category)],
            decision,
            alternatives(category, probabilities),
            evidence(category, reading),
            ComplexityEstimate.of(category, clean, features),
            language);
    return new NeedReading(need, terms, shared);
  }

  private double[] withDense(double[] scores, Language language, CleanText text) {
    DenseHeads heads = model.dense().get(language);
    if (heads == null) {
      return scores;
    }
    double[] added = heads.scores(embeddings.of(text, heads.standard().spaces()));
    for (int head = 0; head < Heads.COUNT; head++) {
      scores[head] += added[head];
    }
    return scores;
  }

  private static List<Alternative> alternatives(NeedCategory chosen, double[] probabilities) {
    List<Alternative> alternatives = new ArrayList<>();
    for (NeedCategory category : Heads.categories()) {
      double probability = probabilities[Heads.of(category)];
      if (category != chosen && probability >= WORTH_NAMING) {
        alternatives.add(new Alternative(category, probability));
      }
    }
    alternatives.sort(Comparator.comparingDouble(Alternative::confidence).reversed());
    return alternatives.subList(0, Math.min(MAX_ALTERNATIVES, alternatives.size()));
  }

  private static List<Evidence> evidence(NeedCategory category, TermHeads.Reading reading) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i : strongest(category, reading)) {
      evidence.add(new Evidence(reading.text().term(i), round(reading.contribution(i, category))));
    }
    return evidence;
  }

  /** Positions of the terms that moved the score most, strongest first. */
  private static List<Integer> strongest(NeedCategory category, TermHeads.Reading reading) {
    List<Integer> strongest = new ArrayList<>(MAX_EVIDENCE + 1);
    Comparator<Integer> byStrength =
        Comparator.comparingDouble((Integer i) -> Math.abs(reading.contribution(i, category)))
            .reversed();
    double weakest = 0;
    for (int i = 0; i < reading.text().size(); i++) {
      if (Math.abs(reading.contribution(i, category)) > weakest) {
        strongest.add(i);
        strongest.sort(byStrength);
        if (strongest.size() > MAX_EVIDENCE) {
          strongest.remove(MAX_EVIDENCE);
          weakest = Math.abs(reading.contribution(strongest.get(MAX_EVIDENCE - 1), category));
        }
      }
    }
    return strongest;
  }

  private static double round(double weight) {
    return Math.round(weight * 1e4) / 1e4;
  }
}
