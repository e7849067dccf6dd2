package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.mode.Situation;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import dev.supportpulse.events.ClassifierTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assesses texts. */
public final class Assessor {

  private final Tiers tiers;
  private final SupportAdvisor advisor;
  private final KnowledgeBase knowledge;

  public Assessor(Tiers tiers, SupportAdvisor advisor, KnowledgeBase knowledge) {
    this.tiers = tiers;
    this.advisor = advisor;
    this.knowledge = knowledge;
  }

  /** The models that needs are read with, the best first. */
  public List<NeedModel> models() {
    return tiers.models();
  }

  /** The best tier that there is. */
  public ClassifierTier best() {
    return tiers.best();
  }

  /**
   * Assesses a text.
   *
   * @param customerTier such as PREMIUM; null counts as COMMUNITY
   * @param tier which model reads the need
   * @throws IllegalArgumentException if there is none of that tier
   */
  public Assessment assess(NeedText text, @Nullable String customerTier, ClassifierTier tier) {
    Need need = tiers.of(tier).classify(text);
    Advice advice = advisor.advise(Situation.of(need.category(), need.complexity(), customerTier));
    // A title says in short what is asked; a long body would match any article somewhere.
    String question = text.title().isBlank() ? text.body() : text.title();
    Answer answer = knowledge.answer(question, need.language());
    return new Assessment(need, advice, answer, tiers.of(tier).model());
  }
}
