package dev.supportpulse.metrics.ledger;

import dev.supportpulse.events.CostRecorded;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.FeedbackSubmitted;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Dimensions;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event: what it says, what it was classified as, and where it is counted.
 *
 * @param user the pseudonym of whoever sent it; null if nobody is known, or no longer
 * @param own the dimensions that the event names itself
 * @param tally what it counts by itself
 * @param classifiable whether a need can be read from it
 * @param lacksSentiment whether it is a feedback with a text whose user gave no sentiment
 * @param counted the dimensions under which it is counted: its own, else inherited
 */
public record LedgerEntry(
    EventKey key,
    EventType type,
    String source,
    String id,
    Instant occurredAt,
    Instant receivedAt,
    Instant recordedAt,
    @Nullable String caseId,
    @Nullable String account,
    @Nullable String user,
    Dimensions own,
    Tally tally,
    boolean classifiable,
    boolean lacksSentiment,
    boolean voided,
    @Nullable Classification classification,
    Dimensions counted) {

  /** An event as it arrived: not classified, counted under what it names itself. */
  static LedgerEntry of(Fact.EventArrived event, Instant recordedAt) {
    UpstreamData data = event.data();
    Dimensions own = ownDimensions(data);
    return new LedgerEntry(
        event.key(),
        EventType.of(data),
        event.source(),
        event.id(),
        event.occurredAt(),
        event.receivedAt(),
        recordedAt,
        data.caseId(),
        data.account(),
        data.user(),
        own,
        EventTally.of(data),
        data.classifiable(),
        data instanceof FeedbackSubmitted feedback
            && feedback.sentiment() == null
            && data.classifiable(),
        false,
        null,
        own);
  }

  /** UTC day of event time: the ledger partition. */
  public LocalDate day() {
    return LocalDate.ofInstant(occurredAt, ZoneOffset.UTC);
  }

  /** The case that the event belongs to, if any. */
  public @Nullable CaseKey caseKey() {
    return caseId == null ? null : new CaseKey(key.project(), caseId);
  }

  /** Whether the event opens a case or moves it on. */
  public boolean isTransition() {
    return switch (type) {
      case CASE_OPENED, CASE_RESPONDED, CASE_REOPENED, CASE_RESOLVED -> true;
      default -> false;
    };
  }

  /** What the event adds to the buckets; nothing once it is voided. */
  public Contribution contribution() {
    Tally counts = Tally.NONE;
    if (!voided) {
      counts = tally;
      if (classifiable && classification == null) {
        counts = counts.plus(Tally.of(Measure.PENDING.plain(), new Amount(1, Amount.NONE.sum())));
      }
      if (lacksSentiment) {
        counts = counts.plus(foundSentiment());
      }
    }
    return Contribution.at(occurredAt, counted, counts);
  }

  /**
   * The same facts, which lead to nobody: without the user, the customer organisation, and the name
   * that the event has in the upstream system. Its identity tells a retry all the same.
   */
  LedgerEntry unlinked() {
    return new LedgerEntry(
        key,
        type,
        "",
        "",
        occurredAt,
        receivedAt,
        recordedAt,
        caseId,
        null,
        null,
        own,
        tally,
        classifiable,
        lacksSentiment,
        voided,
        classification,
        counted);
  }

  LedgerEntry asVoided() {
    return with(true, classification, counted);
  }

  LedgerEntry classified(Classification newClassification) {
    return with(voided, newClassification, counted);
  }

  /**
   * This event counted under its own dimensions, else its classification's category, else what its
   * case has.
   */
  public LedgerEntry inheriting(Dimensions fromCase) {
    Dimensions known =
        classification == null || own.category() != null
            ? own
            : own.withCategory(classification.category());
    Dimensions inherited = known.orElse(fromCase);
    return inherited.equals(counted) ? this : with(voided, classification, inherited);
  }

  private Tally foundSentiment() {
    Sentiment found = classification == null ? null : classification.sentiment();
    return found == null
        ? Tally.of(Measure.PENDING_SENTIMENT.plain(), new Amount(1, Amount.NONE.sum()))
        : EventTally.sentiment("MODEL", found);
  }

  private LedgerEntry with(
      boolean newVoided, @Nullable Classification newClassification, Dimensions newCounted) {
    return new LedgerEntry(
        key,
        type,
        source,
        id,
        occurredAt,
        receivedAt,
        recordedAt,
        caseId,
        account,
        user,
        own,
        tally,
        classifiable,
        lacksSentiment,
        newVoided,
        newClassification,
        newCounted);
  }

  private static Dimensions ownDimensions(UpstreamData data) {
    return new Dimensions(
        data instanceof CostRecorded cost ? cost.category() : null,
        data.channel(),
        data.tier(),
        data.mode());
  }
}
