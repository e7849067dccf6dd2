package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.classifier.assessment.Assessment;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Complexity;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/classifications} to one text.
 *
 * @param secondary what the text is about beside its category
 * @param secondaryEvidence by secondary tag, the terms that spoke for it
 * @param sentiment whether the user sounds content
 * @param language BCP 47
 * @param modeRule the named rule that chose the mode
 * @param support what goes with the mode, and what it is based on, as it is published
 * @param solution an article that may answer, null if none does
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ClassificationView(
    NeedCategory category,
    double confidence,
    Decision decision,
    List<NeedClassified.Alternative> alternatives,
    List<NeedClassified.Evidence> evidence,
    List<String> secondary,
    Map<String, List<NeedClassified.Evidence>> secondaryEvidence,
    Sentiment sentiment,
    double sentimentConfidence,
    Complexity complexity,
    String language,
    SupportMode mode,
    String modeRule,
    String modeReason,
    NeedClassified.Support support,
    List<String> tools,
    NeedClassified.@Nullable Solution solution,
    ClassifierTier tier,
    String modelVersion) {

  static ClassificationView of(Assessment assessment) {
    return new ClassificationView(
        assessment.need().category(),
        assessment.need().confidence(),
        assessment.need().decision(),
        assessment.need().alternatives(),
        assessment.need().evidence(),
        assessment.secondary(),
        assessment.secondaryEvidence(),
        assessment.need().tone().sentiment(),
        assessment.need().tone().confidence(),
        assessment.advice().complexity(),
        assessment.need().language().tag(),
        assessment.advice().mode(),
        assessment.advice().decision().rule().name(),
        assessment.advice().decision().rule().reason(),
        assessment.advice().support(),
        assessment.advice().tools(),
        assessment.answer() instanceof Answer.Found found
            ? new NeedClassified.Solution(
                found.article().id(), found.article().title(), found.score(), found.match())
            : null,
        assessment.model().tier(),
        assessment.model().info().version());
  }
}
