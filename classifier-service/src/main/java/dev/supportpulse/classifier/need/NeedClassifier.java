package dev.supportpulse.classifier.need;

import dev.supportpulse.classifier.need.SecondaryNeed.Found;
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

  /** Whatever else a text is about, it may be about these, too. */
  private static final List<NeedCategory> CROSS_CUTTING =
      List.of(NeedCategory.SECURITY, NeedCategory.PERFORMANCE);

  private final NeedModel model;
  private final TraitModel traits;
  private final Embeddings embeddings;
  private final Specialisation specialisation;

  /** Reads with models of the fast tier. */
  public NeedClassifier(NeedModel model, TraitModel traits) {
    this(model, traits, Embeddings.of(List.of()));
  }

  /**
   * Reads with models of either tier.
   *
   * @param model reads the category
   * @param traits reads sentiment and secondary tags
   * @param embeddings the spaces that the models may want
   * @throws IllegalArgumentException if one wants another space
   */
  public NeedClassifier(NeedModel model, TraitModel traits, Embeddings embeddings) {
    this(model, traits, embeddings, Specialisation.NONE);
  }

  private NeedClassifier(
      NeedModel model, TraitModel traits, Embeddings embeddings, Specialisation specialisation) {
    model.dense().values().forEach(heads -> embeddings.require(heads.standard().spaces()));
    model.votes().values().forEach(vote -> embeddings.require(List.of(vote.space())));
    traits.dense().values().forEach(heads -> embeddings.require(heads.standard().spaces()));
    this.model = model;
    this.traits = traits;
    this.embeddings = embeddings;
    this.specialisation = specialisation;
  }

  /**
   * A classifier with the same embeddings and traits, a model of the same tier and what projects
   * have.
   */
  public NeedClassifier with(NeedModel other, Specialisation ofProjects) {
    return new NeedClassifier(other, traits, embeddings, ofProjects);
  }

  /** What projects have of their own. */
  public Specialisation specialisation() {
    return specialisation;
  }

  /** The model that it reads categories with. */
  public NeedModel model() {
    return model;
  }

  /** The model that it reads sentiment and secondary tags with. */
  public TraitModel traits() {
    return traits;
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
    Points points = new Points(clean);
    double[] heads = plus(reading.scores(), points.scores(model.dense().get(language)));
    double[] scores = voted(heads, model.votes().get(language), clean);
    SourceLabels labels = new SourceLabels(text.labels());
    double[] shared = labels.shift(model.calibrations().of(language).probabilities(scores));
    double[] probabilities = reading.shifted(shared);
    NeedCategory category =
        reading.knownTerms() == 0 ? NeedCategory.OTHER : Heads.chosen(probabilities);
    Decision decision =
        reading.knownTerms() == 0
            ? Decision.REVIEW
            : specialisation
                .thresholds(project, model.thresholds())
                .decide(category, probabilities);
    Traits found = Traits.read(traits, features, points.scores(traits.dense().get(language)));
    Need need =
        new Need(
            category,
            probabilities[Heads.of(category)],
            decision,
            alternatives(category, probabilities),
            evidence(category, labels, reading),
            secondary(category, probabilities, reading, found),
            found.tone(),
            ComplexityEstimate.of(category, clean, features),
            language);
    return new NeedReading(need, terms, shared);
  }

  private static double[] plus(double[] scores, double[] added) {
    double[] sum = scores.clone();
    for (int head = 0; head < added.length; head++) {
      sum[head] += added[head];
    }
    return sum;
  }

  private double[] voted(double[] scores, @Nullable Vote vote, CleanText text) {
    return vote == null ? scores : vote.added(scores, embeddings.of(text, List.of(vote.space())));
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

  /** A label that named the category, then the terms that moved its score most. */
  private static List<Evidence> evidence(
      NeedCategory category, SourceLabels labels, TermHeads.Reading reading) {
    List<Evidence> evidence = labels.evidence(category);
    evidence.addAll(evidence(category, reading, MAX_EVIDENCE - evidence.size(), true));
    return evidence;
  }

  private static List<Evidence> evidence(
      NeedCategory category, TermHeads.Reading reading, int most, boolean against) {
    return StrongestTerms.of(
        reading.text(),
        most,
        i -> {
          double contribution = reading.contribution(i, category);
          return against ? Math.abs(contribution) : contribution;
        },
        i -> reading.contribution(i, category));
  }

  /** Categories that cut across the chosen one, then what the trait model found. */
  private static List<Found> secondary(
      NeedCategory chosen, double[] probabilities, TermHeads.Reading reading, Traits traits) {
    if (reading.knownTerms() == 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (NeedCategory category : CROSS_CUTTING) {
      double probability = probabilities[Heads.of(category)];
      if (category != chosen && probability >= Thresholds.SECURITY_DOUBT) {
        found.add(
            new Found(
                SecondaryNeed.of(category),
                probability,
                evidence(category, reading, Traits.MAX_EVIDENCE, false)));
      }
    }
    found.addAll(traits.secondary());
    return found;
  }

  /** Where one text lies: embedded at most once for heads that read the same spaces. */
  private final class Points {

    private final CleanText text;
    private List<String> spaces = List.of();
    private float[] coordinates = new float[0];

    Points(CleanText text) {
      this.text = text;
    }

    /** What heads over embeddings score; nothing if there are none. */
    double[] scores(@Nullable DenseHeads heads) {
      if (heads == null) {
        return new double[0];
      }
      if (!spaces.equals(heads.standard().spaces())) {
        spaces = heads.standard().spaces();
        coordinates = embeddings.of(text, spaces);
      }
      return heads.scores(coordinates);
    }
  }
}
