package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.mode.Situation;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import dev.supportpulse.events.ClassifierTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assesses texts. */
public final class Assessor {

  private final LiveTiers live;
  private final SupportAdvisor advisor;
  private final KnowledgeBase atOnce;
  private final KnowledgeBase thorough;

  /**
   * An assessor.
   *
   * @param atOnce suggests articles in the fast tier, so it must not take longer than that
   * @param thorough suggests them in the accurate one
   */
  public Assessor(
      LiveTiers live, SupportAdvisor advisor, KnowledgeBase atOnce, KnowledgeBase thorough) {
    this.live = live;
    this.advisor = advisor;
    this.atOnce = atOnce;
    this.thorough = thorough;
  }

  /** The models that needs are read with, the best first. */
  public List<NeedModel> models() {
    return live.now().models();
  }

  /** The best tier that there is. */
  public ClassifierTier best() {
    return live.now().best();
  }

  /**
   * Assesses a text.
   *
   * @param project whose own corrections, thresholds and rules count; null for nobody's
   * @param customerTier such as PREMIUM; null counts as COMMUNITY
   * @param tier which model reads the need
   * @throws IllegalArgumentException if there is none of that tier
   */
  public Assessment assess(
      NeedText text, @Nullable String project, @Nullable String customerTier, ClassifierTier tier) {
    NeedClassifier classifier = live.now().of(tier);
    NeedReading reading = classifier.read(text, project);
    Need need = reading.need();
    Advice advice = advisor.advise(project, Situation.of(need, customerTier));
    // A title says in short what is asked; a long body would match any article somewhere.
    String question = text.title().isBlank() ? text.body() : text.title();
    KnowledgeBase knowledge =
        switch (tier) {
          case FAST -> atOnce;
          case ACCURATE -> thorough;
        };
    Answer answer = knowledge.answer(question, need.language());
    return new Assessment(reading, advice, answer, classifier.model());
  }
}
