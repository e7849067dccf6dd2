package dev.supportpulse.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka headers of a dead letter, which is a record that a service could not process, and of a
 * redriven record, which is a dead letter or a quarantined event put in again.
 *
 * <p>Only the services write them: intake makes nothing of what a client sends but CloudEvents
 * attributes, whose headers begin with {@code ce_}.
 */
public final class DeadLetterHeaders {

  /** What each name begins with. */
  public static final String PREFIX = "dead-letter-";

  /** The topic that the record was read from. */
  public static final String TOPIC = PREFIX + "topic";

  /** The partition that the record was read from. */
  public static final String PARTITION = PREFIX + "partition";

  /** The offset that the record was read at. */
  public static final String OFFSET = PREFIX + "offset";

  /** Why the record could not be processed: a stable upper-case code. */
  public static final String CODE = PREFIX + "code";

  /** Why the record could not be processed, for humans. */
  public static final String REASON = PREFIX + "reason";

  /** How often the record was tried in vain, from 1; a redriven one carries it on. */
  public static final String ATTEMPTS = PREFIX + "attempts";

  /**
   * On a redriven record: the one service that it is for, the others have done with it. A record
   * without this header is for all.
   */
  public static final String FOR = PREFIX + "for";

  /**
   * On a record that the accounting counts as quarantined: under which time of receipt, an RFC 3339
   * instant. Once it is accepted it is counted there as accepted instead.
   */
  public static final String QUARANTINED = PREFIX + "quarantined";

  private DeadLetterHeaders() {}

  /**
   * What a dead letter carries beside the headers of its record.
   *
   * @param topic where the record was read, as are partition and offset
   * @param attempts how often it was tried in vain, this time included
   */
  public static Map<String, String> of(
      String topic, int partition, long offset, String code, String reason, int attempts) {
    return Map.of(
        TOPIC,
        topic,
        PARTITION,
        Integer.toString(partition),
        OFFSET,
        Long.toString(offset),
        CODE,
        code,
        REASON,
        reason,
        ATTEMPTS,
        Integer.toString(attempts));
  }

  /** What {@link #ATTEMPTS} says; 0 if the record has none, or no such number. */
  public static int attempts(@Nullable String value) {
    return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
  }
}
