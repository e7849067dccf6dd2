package dev.supportpulse.classifier.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.diagnosis.Diagnostician;
import dev.supportpulse.classifier.mode.Histories;
import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.Article;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Decision;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventData;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SolutionMatch;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.events.UpstreamData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventClassifierTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Digest DIGEST = new Digest("ab".repeat(32));

  private static final Article ARTICLE =
      new Article("install", Language.ENGLISH, "Installing", List.of(), "Read the guide.");

  private static final KnowledgeBase KNOWLEDGE =
      (question, language) ->
          question.contains("install")
              ? new Answer.Found(ARTICLE, 7, SolutionMatch.WORDS)
              : new Answer.Unknown(language, 0);

  /** What only the accurate tier takes the time to find. */
  private static final KnowledgeBase THOROUGH =
      (question, language) -> new Answer.Found(ARTICLE, 0.5, SolutionMatch.MEANING);

  private final EventClassifier classifier =
      new EventClassifier(
          new Assessor(
              new LiveTiers(new Tiers(List.of(ShippedModel.classifier()))),
              new SupportAdvisor(
                  List.of(SupportTool.values()),
                  new RuleBooks(Rules.shipped()),
                  new Histories(),
                  new ProvenTools(List.of(), 0.5, 0.95)),
              KNOWLEDGE,
              THOROUGH),
          new Diagnostician(Map.of()));

  @Test
  void saysWhatWasReadByWhatAndWhatSuits() {
    SupportEvent event =
        event(
            "q1",
            new QuestionAsked(
                "How do I install this project?", null, null, "STANDARD", null, null, null));

    SupportEvent result = classify(event);

    NeedClassified found = (NeedClassified) result.data();
    assertThat(result.project()).isEqualTo("demo");
    assertThat(result.key()).isEqualTo(event.identity());
    assertThat(found.target()).isEqualTo(new NeedClassified.Target("/forum", "q1"));
    assertThat(found.targetDigest()).isEqualTo(DIGEST);
    assertThat(found.origin()).isEqualTo(ClassificationOrigin.MODEL);
    assertThat(found.category()).isEqualTo(NeedCategory.USAGE_QUESTION);
    assertThat(found.confidence()).isBetween(0.3, 1.0);
    assertThat(found.evidence()).isNotEmpty();
    assertThat(found.mode()).isEqualTo(SupportMode.HYBRID);
    assertThat(found.support()).isNotNull();
    assertThat(found.support().rule()).isEqualTo("customer");
    assertThat(found.support().firstResponse()).isEqualTo(Duration.ofHours(8));
    assertThat(found.tools()).contains("knowledge-base");
    assertThat(found.solution())
        .isEqualTo(new NeedClassified.Solution("install", "Installing", 7, SolutionMatch.WORDS));
    assertThat(found.classifiedAt()).isEqualTo(NOW);
    assertThat(found.modelVersion()).isEqualTo(ShippedModel.load().info().version());
  }

  @Test
  void givesTheSameIdToTheSameReadingAtAnyTime() {
    SupportEvent event = event("e1", feedback("It is slow", null, Map.of()));
    String id = classify(event).id();

    assertThat(
            classifier
                .classify(
                    event,
                    data(event),
                    ClassifierTier.FAST,
                    NOW.plusSeconds(60),
                    ReadingObserver.NONE)
                .id())
        .isEqualTo(id);
  }

  @Test
  void whatCouldNotBeReadIsNotTheSameAsItsLaterReading() {
    SupportEvent event = event("e1", feedback("It is slow", null, Map.of()));
    SupportEvent failed = classifier.unclassifiable(event, NOW);

    assertThat(failed.id()).isEqualTo(classifier.unclassifiable(event, NOW.plusSeconds(60)).id());
    assertThat(failed.id()).isNotEqualTo(classify(event).id());
  }

  @Test
  void givesAnotherIdToAnotherEventOrBody() {
    SupportEvent event = event("e1", feedback("It is slow", null, Map.of()));
    SupportEvent otherEvent = event("e2", event.data());
    SupportEvent otherBody = withDigest(event, new Digest("cd".repeat(32)));

    assertThat(List.of(classify(event).id(), classify(otherEvent).id(), classify(otherBody).id()))
        .doesNotHaveDuplicates();
  }

  @Test
  void takesSentimentFromRatings() {
    assertThat(heard(feedback("ok", null, Map.of("overall", 5, "solution", 4))).sentiment())
        .isEqualTo(Sentiment.POSITIVE);
    assertThat(heard(feedback("ok", null, Map.of("overall", 3))).sentiment())
        .isEqualTo(Sentiment.NEUTRAL);
    NeedClassified rated = heard(feedback("Excellent, thank you!", null, Map.of("overall", 1)));
    assertThat(rated.sentiment()).isEqualTo(Sentiment.NEGATIVE);
    assertThat(rated.sentimentConfidence()).isNull();
  }

  @Test
  void hearsTheTextWhereNoRatingTells() {
    NeedClassified praise = heard(feedback("Excellent, thank you!", null, Map.of("recommend", 0)));
    assertThat(praise.sentiment()).isEqualTo(Sentiment.POSITIVE);
    assertThat(praise.sentimentConfidence()).isBetween(0.5, 1.0);
    assertThat(heard(feedback("垃圾软件，天天崩溃", null, Map.of())).sentiment())
        .isEqualTo(Sentiment.NEGATIVE);
    assertThat(heard(feedback("How do I change the port?", null, Map.of())).sentiment())
        .isEqualTo(Sentiment.NEUTRAL);
  }

  @Test
  void theUsersOwnSentimentStands() {
    NeedClassified own =
        heard(feedback("Excellent, thank you!", Sentiment.NEGATIVE, Map.of("overall", 5)));
    assertThat(own.sentiment()).isNull();
    assertThat(own.sentimentConfidence()).isNull();
  }

  @Test
  void onlyAFeedbackHasASentiment() {
    SupportEvent question =
        event(
            "q1",
            new QuestionAsked("Great tool! How do I start?", null, null, null, null, null, null));
    assertThat(((NeedClassified) classify(question).data()).sentiment()).isNull();
  }

  @Test
  void publishesSecondaryTagsWithTheirEvidence() {
    NeedClassified found =
        heard(feedback("Can I upgrade straight from version 2.8 to 4.0?", null, Map.of()));
    assertThat(found.secondary()).contains("UPGRADE");
    assertThat(found.secondaryEvidence().get("UPGRADE")).isNotEmpty();
    assertThat(found.secondaryEvidence().keySet())
        .containsExactlyInAnyOrderElementsOf(found.secondary());
  }

  @Test
  void namesTheFaultOfAStackTraceWhereverItWasPasted() {
    String frames =
        "\n\tat org.demo.Store.open(Store.java:%d)\n\tat org.demo.Main.main(Main.java:7)";
    String failure = "java.io.IOException: no space left on /dev/%s";
    NeedClassified reported =
        (NeedClassified)
            classify(event("e1", error(failure.formatted("sda1"), frames.formatted(31)))).data();
    NeedClassified pasted =
        heard(
            feedback(
                "Since today:\n" + failure.formatted("sdb7") + frames.formatted(33),
                null,
                Map.of()));

    assertThat(reported.fingerprint()).matches("[0-9a-f]{32}").isEqualTo(pasted.fingerprint());
  }

  @Test
  void namesNoFaultOfAMessageAloneWhichNeedsTheMessagesBeforeIt() {
    NeedClassified told =
        (NeedClassified) classify(event("e1", error("no space left on /dev/sda1", null))).data();
    assertThat(told.fingerprint()).isNull();
    assertThat(heard(feedback("It is slow", null, Map.of())).fingerprint()).isNull();
  }

  @Test
  void publishesWhatCannotBeClassifiedAsOtherForReview() {
    SupportEvent event = event("e1", feedback("text", null, Map.of()));
    NeedClassified classified = (NeedClassified) classifier.unclassifiable(event, NOW).data();
    assertThat(classified.category()).isEqualTo(NeedCategory.OTHER);
    assertThat(classified.decision()).isEqualTo(Decision.REVIEW);
    assertThat(classified.confidence()).isNull();
  }

  @Test
  void refusesAnEventWithoutDigest() {
    SupportEvent event = withDigest(event("e1", feedback("text", null, Map.of())), null);
    assertThatThrownBy(() -> classify(event))
        .isInstanceOf(Malformed.class)
        .hasMessage("is required");
  }

  @Test
  void classifiesEveryClassifiableGoldenEvent() {
    long classified = 0;
    for (GoldenEvents.Golden golden : GoldenEvents.all()) {
      SupportEvent event = withDigest(golden.event(), DIGEST);
      if (event.data() instanceof UpstreamData data && data.classifiable()) {
        SupportEvent result =
            classifier.classify(event, data, ClassifierTier.FAST, NOW, ReadingObserver.NONE);
        assertThat(EventCodec.decode(EventCodec.encode(result))).isEqualTo(result);
        classified++;
      }
    }
    assertThat(classified).isGreaterThanOrEqualTo(5);
    assertThat(GoldenEvents.full(EventType.NEED_CLASSIFIED).event().data())
        .isInstanceOf(NeedClassified.class);
  }

  private NeedClassified heard(FeedbackSubmitted feedback) {
    return (NeedClassified) classify(event("e1", feedback)).data();
  }

  private SupportEvent classify(SupportEvent event) {
    return classifier.classify(event, data(event), ClassifierTier.FAST, NOW, ReadingObserver.NONE);
  }

  private static UpstreamData data(SupportEvent event) {
    return (UpstreamData) event.data();
  }

  private static SupportEvent event(String id, EventData data) {
    return new SupportEvent("demo", "/forum", id, NOW, null, NOW, DIGEST, data);
  }

  private static SupportEvent withDigest(SupportEvent event, @Nullable Digest digest) {
    return new SupportEvent(
        event.project(),
        event.source(),
        event.id(),
        event.occurredAt(),
        event.subject(),
        event.receivedAt(),
        digest,
        event.data());
  }

  private static ErrorReported error(String message, @Nullable String stackTrace) {
    return new ErrorReported(message, stackTrace, null, null, null, null, null);
  }

  private static FeedbackSubmitted feedback(
      String text, @Nullable Sentiment sentiment, Map<String, Integer> ratings) {
    return new FeedbackSubmitted(
        sentiment, text, null, ratings, null, null, null, null, null, null, List.of(), null);
  }
}
