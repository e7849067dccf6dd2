package dev.supportpulse.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity, digest, precedence and accounting, one decision at a time. */
class LedgerFoldTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:30Z");

  private final InMemoryLedger ledger = new InMemoryLedger();

  @Test
  void theSameBodyAgainIsADuplicate() {
    record(feedback("e", Sentiment.POSITIVE));
    record(feedback("e", Sentiment.POSITIVE));

    assertThat(accounted()).isEqualTo(new Accounted(1, 1, 0, 0));
    assertThat(amount(Measure.SENTIMENT.of("USER/POSITIVE"))).isEqualTo(Amount.once(1));
  }

  @Test
  void anotherBodyUnderTheSameIdentityIsAConflictAndChangesNoFigure() {
    record(feedback("e", Sentiment.POSITIVE));
    Fact.EventArrived other = withBody(feedback("e", Sentiment.NEGATIVE), "other");
    record(other);

    assertThat(accounted()).isEqualTo(new Accounted(1, 0, 1, 0));
    assertThat(ledger.conflicts()).containsExactly(other.key());
    assertThat(amount(Measure.SENTIMENT.of("USER/NEGATIVE"))).isEqualTo(Amount.NONE);
  }

  @Test
  void theSameConflictAgainIsADuplicate() {
    record(feedback("e", Sentiment.POSITIVE));
    record(withBody(feedback("e", Sentiment.NEGATIVE), "other"));
    record(withBody(feedback("e", Sentiment.NEGATIVE), "other"));
    record(withBody(feedback("e", Sentiment.NEGATIVE), "a third one"));

    assertThat(accounted()).isEqualTo(new Accounted(1, 1, 2, 0));
  }

  @Test
  void whatIntakeRefusedIsAccountedFor() {
    record(refused("a", "body", AT, RejectionOutcome.REJECTED));
    record(refused("b", "body", AT, RejectionOutcome.QUARANTINED));

    assertThat(accounted()).isEqualTo(new Accounted(0, 0, 1, 1));
  }

  @Test
  void whatIsRefusedAgainIsADuplicateInTheSameBatchToo() {
    Fact rejected = refused("a", "body", AT, RejectionOutcome.REJECTED);
    Fact quarantined = refused("b", "body", AT, RejectionOutcome.QUARANTINED);
    ledger.record(List.of(rejected, rejected, quarantined), AT);
    ledger.record(List.of(rejected, quarantined), AT);
    record(refused("a", "corrected in vain", AT, RejectionOutcome.REJECTED));

    assertThat(accounted()).isEqualTo(new Accounted(0, 3, 2, 1));
  }

  @Test
  void whatDoesNotSayWhoItIsCountsWheneverItComes() {
    Fact unnamed =
        new Fact.EventRefused(
            Fact.keyOf("p", "/intake", "r/0"), null, AT, RejectionOutcome.REJECTED);
    record(unnamed);
    record(unnamed);

    assertThat(accounted()).isEqualTo(new Accounted(0, 0, 2, 0));
  }

  @Test
  void whatIsAcceptedLaterIsAcceptedAllTheSame() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    record(new Fact.EventRefused(event.key(), event.digest(), AT, RejectionOutcome.REJECTED));
    record(event);
    record(new Fact.EventRefused(event.key(), event.digest(), AT, RejectionOutcome.QUARANTINED));

    assertThat(accounted()).isEqualTo(new Accounted(1, 1, 1, 0));
  }

  @Test
  void whatWasQuarantinedTwiceIsReleasedWhereItWasCounted() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    Instant later = AT.plus(Duration.ofHours(3));
    record(refused("e", "e", AT, RejectionOutcome.QUARANTINED));
    record(refused("e", "e", later, RejectionOutcome.QUARANTINED));
    record(
        new Fact.EventArrived(
            event.key(),
            event.digest(),
            event.source(),
            event.id(),
            AT,
            later,
            event.data(),
            Arrival.RELEASED));

    assertThat(ledger.accounting())
        .containsExactly(
            Map.entry(AccountingKey.of("p", AT), new Accounted(1, 0, 0, 0)),
            Map.entry(AccountingKey.of("p", later), new Accounted(0, 1, 0, 0)));
  }

  @Test
  void aReleasedEventIsAcceptedInsteadOfQuarantinedHoweverOftenItIsReleased() {
    record(refused("e", "e", AT, RejectionOutcome.QUARANTINED));
    Fact.EventArrived released = arriving(feedback("e", Sentiment.POSITIVE), Arrival.RELEASED);
    record(released);
    record(released);

    assertThat(accounted()).isEqualTo(new Accounted(1, 0, 0, 0));
    assertThat(amount(Measure.SENTIMENT.of("USER/POSITIVE"))).isEqualTo(Amount.once(1));
  }

  @Test
  void aReleasedEventThatTheLedgerKnowsOtherwiseStaysQuarantined() {
    record(feedback("e", Sentiment.POSITIVE));
    record(refused("e", "other", AT, RejectionOutcome.QUARANTINED));
    record(arriving(withBody(feedback("e", Sentiment.POSITIVE), "other"), Arrival.RELEASED));

    assertThat(accounted()).isEqualTo(new Accounted(1, 0, 0, 1));
  }

  @Test
  void aRedrivenRecordIsAccountedForOnceHoweverOftenItIsRedriven() {
    Fact.EventArrived redriven = arriving(feedback("e", Sentiment.POSITIVE), Arrival.REDRIVEN);
    record(redriven);
    record(redriven);

    assertThat(accounted()).isEqualTo(new Accounted(1, 0, 0, 0));
  }

  @Test
  void aClassificationThatComesFirstWaitsForItsEvent() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    record(found(event, event.digest(), NeedCategory.SECURITY, ClassificationOrigin.MODEL, 1));
    assertThat(ledger.buckets()).isEmpty();

    record(event);

    assertThat(category()).isEqualTo(NeedCategory.SECURITY);
    assertThat(amount(Measure.PENDING.plain())).isEqualTo(Amount.NONE);
    assertThat(ledger.parked()).isEmpty();
  }

  @Test
  void aClassificationOfAnotherBodyIsIgnored() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    Digest other = RandomHistory.digest("other");
    record(found(event, other, NeedCategory.SECURITY, ClassificationOrigin.MODEL, 1));
    record(event);
    record(found(event, other, NeedCategory.TRAINING, ClassificationOrigin.MODEL, 2));

    assertThat(category()).isNull();
    assertThat(amount(Measure.PENDING.plain()).n()).isEqualTo(1);
  }

  @Test
  void aHumanPrevailsWhateverTheModelSaysLater() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    record(event);
    record(found(event, null, NeedCategory.TRAINING, ClassificationOrigin.HUMAN, 5));
    record(found(event, event.digest(), NeedCategory.SECURITY, ClassificationOrigin.MODEL, 9));

    assertThat(category()).isEqualTo(NeedCategory.TRAINING);
  }

  @Test
  void ofOneModelTheAccurateTierHoldsWhicheverComesLast() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    record(event);
    Fact fast =
        heard(event, NeedCategory.OTHER, null, ClassificationOrigin.MODEL, 7, ClassifierTier.FAST);
    Fact accurate =
        heard(
            event,
            NeedCategory.TRAINING,
            null,
            ClassificationOrigin.MODEL,
            7,
            ClassifierTier.ACCURATE);

    List.of(fast, accurate, fast).forEach(this::record);

    assertThat(category()).isEqualTo(NeedCategory.TRAINING);
  }

  /** The correction before, between and after two models, and before its event as well. */
  @ParameterizedTest
  @ValueSource(strings = {"e12h", "e1h2", "eh12", "eh21", "h12e", "1h2e", "21he", "h1e2", "2eh1"})
  void aCorrectionThatNamesNoSentimentLeavesTheOneThatWasHeard(String order) {
    Fact.EventArrived event = feedback("e", null);
    Map<Character, Fact> facts =
        Map.of(
            'e', event,
            '1', model(event, Sentiment.POSITIVE, 1),
            '2', model(event, Sentiment.NEGATIVE, 2),
            'h', found(event, null, NeedCategory.TRAINING, ClassificationOrigin.HUMAN, 1));

    order.chars().forEach(fact -> record(Objects.requireNonNull(facts.get((char) fact))));

    assertThat(category()).isEqualTo(NeedCategory.TRAINING);
    assertThat(amount(Measure.PENDING_SENTIMENT.plain())).isEqualTo(Amount.NONE);
    assertThat(amount(Measure.SENTIMENT.of("MODEL/NEGATIVE")).n()).isEqualTo(1);
  }

  @Test
  void aFeedbackWithoutSentimentCountsWhenTheModelFoundOne() {
    Fact.EventArrived event = feedback("e", null);
    record(event);
    assertThat(amount(Measure.PENDING_SENTIMENT.plain()).n()).isEqualTo(1);

    record(
        new Fact.NeedFound(
            event.key(),
            event.digest(),
            Classification.of(
                NeedCategory.OTHER,
                Sentiment.NEGATIVE,
                new Precedence(ClassificationOrigin.MODEL, 1, ClassifierTier.FAST)),
            AT));

    assertThat(amount(Measure.PENDING_SENTIMENT.plain())).isEqualTo(Amount.NONE);
    assertThat(amount(Measure.SENTIMENT.of("MODEL/NEGATIVE")))
        .isEqualTo(new Amount(1, new BigDecimal(-1)));
  }

  @Test
  void nothingOfAnErasedProjectComesBack() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    Instant erasedAt = AT.plusSeconds(60);
    ledger.erase(new Erasures(Map.of("p", erasedAt), Map.of()));
    record(event);
    record(found(event, event.digest(), NeedCategory.SECURITY, ClassificationOrigin.MODEL, 1));
    record(refused("e", "body", AT, RejectionOutcome.REJECTED));
    assertThat(ledger.accounting()).isEmpty();
    assertThat(ledger.parked()).isEmpty();

    record(receivedAt(event, erasedAt));
    record(receivedAt(event, erasedAt));
    assertThat(accounted()).as("a retry, and another").isEqualTo(new Accounted(0, 1, 1, 0));
    assertThat(ledger.buckets()).isEmpty();

    record(RandomHistory.event("p", "new", erasedAt, event.data()));
    assertThat(accounted()).isEqualTo(new Accounted(1, 1, 1, 0));
    assertThat(amount(Measure.SENTIMENT.of("USER/POSITIVE"))).isEqualTo(Amount.once(1));
  }

  @Test
  void whatIsStillToComeOfAnErasedUserCountsButLeadsToNobody() {
    Fact.EventArrived before = RandomHistory.event("p", "before", AT, by("u_k1_a"));
    Fact.EventArrived after = RandomHistory.event("p", "after", AT.plusSeconds(60), by("u_k1_a"));
    Fact.EventArrived other = RandomHistory.event("p", "other", AT, by("u_k1_b"));
    ledger.erase(
        new Erasures(Map.of(), Map.of(new Erasures.User("p", "u_k1_a"), AT.plusSeconds(1))));
    ledger.record(List.of(before, after, other), AT.plusSeconds(120));
    record(before);

    assertThat(entry(before))
        .extracting(LedgerEntry::user, LedgerEntry::account, LedgerEntry::source, LedgerEntry::id)
        .containsExactly(null, null, "", "");
    assertThat(entry(after))
        .extracting(LedgerEntry::user, LedgerEntry::account, LedgerEntry::id)
        .containsExactly("u_k1_a", "ACME", "after");
    assertThat(entry(other)).extracting(LedgerEntry::user).isEqualTo("u_k1_b");
    assertThat(accounted()).isEqualTo(new Accounted(3, 1, 0, 0));
    assertThat(amount(Measure.SENTIMENT.of("USER/NEGATIVE")).n()).isEqualTo(3);
  }

  private LedgerEntry entry(Fact.EventArrived event) {
    return Objects.requireNonNull(ledger.entries().get(event.key()));
  }

  private static FeedbackSubmitted by(String user) {
    return new FeedbackSubmitted(
        Sentiment.NEGATIVE,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null,
        user,
        null,
        List.of(),
        "ACME");
  }

  private static Fact.EventArrived receivedAt(Fact.EventArrived event, Instant receivedAt) {
    return new Fact.EventArrived(
        event.key(),
        event.digest(),
        event.source(),
        event.id(),
        event.occurredAt(),
        receivedAt,
        event.data());
  }

  @Test
  void onlyAMinuteThatIsLongOverIsRestated() {
    Fact.EventArrived event = feedback("e", Sentiment.POSITIVE);
    LedgerSnapshot empty =
        new LedgerSnapshot(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    Duration grace = Duration.ofMinutes(5);

    LedgerChanges fresh = LedgerFold.fold(empty, List.of(event), AT.plusSeconds(300), grace);
    LedgerChanges late = LedgerFold.fold(empty, List.of(event), AT.plusSeconds(400), grace);

    assertThat(fresh.restatedAt(fresh.deltas().firstKey())).isNull();
    assertThat(late.restatedAt(late.deltas().firstKey())).isEqualTo(AT.plusSeconds(400));
  }

  private static Fact refused(
      String id, String body, Instant receivedAt, RejectionOutcome outcome) {
    return new Fact.EventRefused(
        Fact.keyOf("p", "/test", id), RandomHistory.digest(body), receivedAt, outcome);
  }

  private static Fact.EventArrived withBody(Fact.EventArrived event, String body) {
    return new Fact.EventArrived(
        event.key(),
        RandomHistory.digest(body),
        event.source(),
        event.id(),
        event.occurredAt(),
        event.receivedAt(),
        event.data());
  }

  private static Fact.EventArrived arriving(Fact.EventArrived event, Arrival arrival) {
    return new Fact.EventArrived(
        event.key(),
        event.digest(),
        event.source(),
        event.id(),
        event.occurredAt(),
        event.receivedAt(),
        event.data(),
        arrival);
  }

  private static Fact.EventArrived feedback(String id, @Nullable Sentiment sentiment) {
    return RandomHistory.event(
        "p",
        id,
        AT,
        new FeedbackSubmitted(
            sentiment, "text", null, Map.of(), null, null, null, null, null, null, List.of(),
            null));
  }

  private static Fact model(Fact.EventArrived event, Sentiment sentiment, long sequence) {
    return heard(
        event,
        NeedCategory.OTHER,
        sentiment,
        ClassificationOrigin.MODEL,
        sequence,
        ClassifierTier.FAST);
  }

  private static Fact heard(
      Fact.EventArrived event,
      NeedCategory category,
      @Nullable Sentiment sentiment,
      ClassificationOrigin origin,
      long sequence,
      ClassifierTier tier) {
    return new Fact.NeedFound(
        event.key(),
        event.digest(),
        Classification.of(category, sentiment, new Precedence(origin, sequence, tier)),
        AT);
  }

  private static Fact found(
      Fact.EventArrived event,
      @Nullable Digest digest,
      NeedCategory category,
      ClassificationOrigin origin,
      long sequence) {
    return new Fact.NeedFound(
        event.key(),
        digest,
        Classification.of(category, null, new Precedence(origin, sequence, ClassifierTier.FAST)),
        AT);
  }

  private void record(Fact fact) {
    ledger.record(List.of(fact), AT.plusSeconds(60));
  }

  private Accounted accounted() {
    assertThat(ledger.accounting()).hasSize(1);
    return ledger.accounting().values().iterator().next();
  }

  private @Nullable NeedCategory category() {
    assertThat(ledger.buckets()).hasSize(1);
    return ledger.buckets().keySet().iterator().next().dimensions().category();
  }

  private Amount amount(MeasureKey key) {
    return ledger.buckets().values().stream().reduce(Tally.NONE, Tally::plus).get(key);
  }
}
