package dev.supportpulse.intake.redrive;

import dev.supportpulse.events.DeadLetterHeaders;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventRejected;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.RejectionOutcome;
import dev.supportpulse.events.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads kept records as letters. Never throws: whatever is in a record is some letter. */
public final class LetterReader {

  /** The services that put records away. */
  private static final List<String> SERVICES = List.of("classifier", "metrics");

  /** Putting a record in there again changes no figure, because identities dedupe. */
  private static final Set<String> REPEATABLE = Set.of(Topics.EVENTS, Topics.CLASSIFICATIONS);

  private static final String CLOUD_EVENT_HEADER = "ce_";

  private LetterReader() {}

  /** The topics that hold letters. */
  public static List<String> topics() {
    return List.of(
        Topics.REJECTED, Topics.deadLetters(SERVICES.get(0)), Topics.deadLetters(SERVICES.get(1)));
  }

  /** The letter that a record of one of those topics is. */
  public static Letter read(Kept record) {
    return record.id().topic().equals(Topics.REJECTED) ? refused(record) : deadLetter(record);
  }

  private static Letter refused(Kept record) {
    try {
      EventRejected refused =
          (EventRejected)
              EventCodec.decodeData(
                  EventType.EVENT_REJECTED,
                  record.body().map(Kept.Bytes::array).orElse(new byte[0]));
      return new Letter(
          record, refused.code(), refused.message(), 1, project(record), way(record, refused));
    } catch (Malformed e) {
      return new Letter(
          record,
          "UNREADABLE",
          e.field() + " " + e.getMessage(),
          1,
          project(record),
          new Way.None("it is no refusal of this version: see what wrote it"));
    }
  }

  private static Way way(Kept record, EventRejected refused) {
    if (refused.outcome() == RejectionOutcome.REJECTED) {
      return new Way.None(
          "a rejected event isn't kept, it may hold secrets: correct it upstream and send it again");
    }
    String digest = record.header(CLOUD_EVENT_HEADER + EventCodec.DIGEST);
    if (refused.original() == null || !refused.original().isObject() || digest == null) {
      return new Way.None("the original isn't kept whole: send it again from upstream");
    }
    try {
      return new Way.Release(refused.original(), new Digest(digest), refused.receivedAt());
    } catch (Malformed e) {
      return new Way.None("its digest is none: send it again from upstream");
    }
  }

  private static Letter deadLetter(Kept record) {
    return new Letter(
        record,
        Objects.requireNonNullElse(record.header(DeadLetterHeaders.CODE), "UNKNOWN"),
        Objects.requireNonNullElse(record.header(DeadLetterHeaders.REASON), ""),
        Math.max(1, DeadLetterHeaders.attempts(record.header(DeadLetterHeaders.ATTEMPTS))),
        project(record),
        way(record));
  }

  private static Way way(Kept record) {
    String origin = record.header(DeadLetterHeaders.TOPIC);
    if (Topics.REJECTED.equals(origin)) {
      return new Way.None(
          "a refusal is only counted, and put in again it could be counted twice: it stays told here");
    }
    if (origin == null || !REPEATABLE.contains(origin)) {
      return new Way.None(
          "the header %s doesn't name a topic that services read"
              .formatted(DeadLetterHeaders.TOPIC));
    }
    return SERVICES.stream()
        .filter(service -> Topics.deadLetters(service).equals(record.id().topic()))
        .findFirst()
        .<Way>map(service -> new Way.Again(origin, service))
        .orElseThrow(() -> new IllegalArgumentException("no letters in " + record.id().topic()));
  }

  private static @Nullable String project(Kept record) {
    return record.header(CLOUD_EVENT_HEADER + EventCodec.PROJECT);
  }
}
