package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.mode.Advice;
import dev.supportpulse.classifier.mode.Situation;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import org.jspecify.annotations.Nullable;

/** Assesses texts. */
public final class Assessor {

  private final NeedClassifier classifier;
  private final SupportAdvisor advisor;
  private final KnowledgeBase knowledge;

  public Assessor(NeedClassifier classifier, SupportAdvisor advisor, KnowledgeBase knowledge) {
    this.classifier = classifier;
    this.advisor = advisor;
    this.knowledge = knowledge;
  }

  /** The model that needs are read with. */
  public ModelInfo model() {
    return classifier.model().info();
  }

  /**
   * Assesses a text.
   *
   * @param tier the customer tier, such as PREMIUM; null counts as COMMUNITY
   */
  public Assessment assess(NeedText text, @Nullable String tier) {
    Need need = classifier.classify(text);
    Advice advice = advisor.advise(Situation.of(need.category(), need.complexity(), tier));
    // A title says in short what is asked; a long body would match any article somewhere.
    String question = text.title().isBlank() ? text.body() : text.title();
    Answer answer = knowledge.answer(question, need.language());
    return new Assessment(need, advice, answer);
  }
}
