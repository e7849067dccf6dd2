package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.diagnosis.Diagnostician;
import dev.supportpulse.classifier.diagnosis.Symptom;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.UpstreamData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the classification of an event. */
public final class EventClassifier {

  /** The CloudEvents source of classifications. */
  public static final String SOURCE = "/classifier";

  /**
   * The sequence of what is said of an event that can't be classified. Every classification
   * precedes it, that of the same model too: it may succeed when the event is put in again.
   */
  private static final long BEFORE_ALL_MODELS = 0;

  private static final String UNCLASSIFIABLE = "unclassifiable";

  private final Assessor assessor;
  private final Diagnostician diagnostician;

  /**
   * Classifies what an assessor reads.
   *
   * @param diagnostician finds the fault that a stack trace tells of
   */
  public EventClassifier(Assessor assessor, Diagnostician diagnostician) {
    this.assessor = assessor;
    this.diagnostician = diagnostician;
  }

  /** The best tier that there is. */
  public ClassifierTier best() {
    return assessor.best();
  }

  /**
   * The classification of an event.
   *
   * @param data the event's data, classifiable
   * @param tier which model reads it
   * @param observer told of the reading
   * @throws Malformed if the event has no digest, which intake gives to each
   */
  public SupportEvent classify(
      SupportEvent event,
      UpstreamData data,
      ClassifierTier tier,
      Instant classifiedAt,
      ReadingObserver observer) {
    Assessment assessment = assessor.assess(text(data), event.project(), data.tier(), tier);
    observer.read(event.project(), tier, assessment.reading());
    ModelInfo model = assessment.model().info();
    HeardSentiment heard = HeardSentiment.of(data, assessment.need().tone());
    NeedClassified classified =
        new NeedClassified(
            target(event),
            digest(event),
            ClassificationOrigin.MODEL,
            model.sequence(),
            tier,
            assessment.need().category(),
            classifiedAt,
            assessment.need().confidence(),
            assessment.need().decision(),
            assessment.need().alternatives(),
            assessment.need().evidence(),
            assessment.secondary(),
            assessment.secondaryEvidence(),
            assessment.advice().complexity(),
            assessment.advice().mode(),
            assessment.advice().tools(),
            solution(assessment.answer()),
            heard == null ? null : heard.sentiment(),
            heard == null ? null : heard.confidence(),
            fingerprint(event.project(), data),
            model.version(),
            assessment.advice().support());
    return about(event, classified, model.version());
  }

  /**
   * What is published of an event that can't be classified, so that it does not pend for ever:
   * OTHER, for REVIEW.
   *
   * @throws Malformed if the event has no digest
   */
  public SupportEvent unclassifiable(SupportEvent event, Instant classifiedAt) {
    NeedClassified classified =
        new NeedClassified(
            target(event),
            digest(event),
            ClassificationOrigin.MODEL,
            BEFORE_ALL_MODELS,
            ClassifierTier.FAST,
            NeedCategory.OTHER,
            classifiedAt,
            null,
            Decision.REVIEW,
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null,
            null,
            assessor.models().get(0).info().version());
    return about(event, classified, UNCLASSIFIABLE);
  }

  /**
   * Of a stack trace only: what a mere message is called depends on the messages before it, but a
   * classification must come out the same whenever it is made.
   */
  private @Nullable String fingerprint(String project, UpstreamData data) {
    return diagnostician
        .of(project, data)
        .filter(Symptom.Traced.class::isInstance)
        .map(symptom -> ((Symptom.Traced) symptom).fingerprint().hex())
        .orElse(null);
  }

  private static SupportEvent about(SupportEvent event, NeedClassified classified, String by) {
    String id = ClassificationId.of(event.identity(), digest(event), by, classified.tier());
    return new SupportEvent(
        event.project(), SOURCE, id, classified.classifiedAt(), null, null, null, classified);
  }

  private static NeedClassified.Target target(SupportEvent event) {
    return new NeedClassified.Target(event.source(), event.id());
  }

  private static Digest digest(SupportEvent event) {
    if (event.digest() == null) {
      throw new Malformed("/digest", "is required");
    }
    return event.digest();
  }

  /** What an event says. */
  public static NeedText text(UpstreamData data) {
    if (data instanceof ErrorReported error && error.stackTrace() != null) {
      return NeedText.of(error.message(), error.stackTrace());
    }
    return NeedText.of(data.title(), data.text()).labelled(labels(data));
  }

  private static List<String> labels(UpstreamData data) {
    if (data instanceof FeedbackSubmitted feedback) {
      return feedback.labels();
    }
    return data instanceof CaseOpened opened ? opened.labels() : List.of();
  }

  private static NeedClassified.@Nullable Solution solution(Answer answer) {
    return answer instanceof Answer.Found found
        ? new NeedClassified.Solution(
            found.article().id(), found.article().title(), found.score(), found.match())
        : null;
  }
}
