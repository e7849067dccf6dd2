package dev.supportpulse.events;

import java.time.Duration;
import java.util.List;

/** The Kafka topics, and what must hold of them wherever they are created. */
public final class Topics {

  /** What upstream systems emit. */
  public static final String EVENTS = "support.events";

  /** What each need was found to be. */
  public static final String CLASSIFICATIONS = "support.classifications";

  /** What intake refused, for the accounting. */
  public static final String REJECTED = "support.rejected";

  /** What alert rules say. */
  public static final String ALERTS = "support.alerts";

  /** Who did what, for ever; by project. */
  public static final String AUDIT = "support.audit";

  /** What was done about rejected events and dead letters. */
  public static final String REDRIVES = "support.redrives";

  /** Events that were classified in a rush and wait for the accurate tier. */
  public static final String REFINEMENTS = "support.classifier.refinements";

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration FOR_EVER = Duration.ofMillis(-1);

  private Topics() {}

  /**
   * Where a service puts records that it can't process, such as {@code
   * support.metrics.dead-letters}.
   */
  public static String deadLetters(String service) {
    return "support." + service + ".dead-letters";
  }

  /**
   * Every topic. The keyed ones share one fixed partition count, so that one owner sees everything
   * about an identity; all of them are stamped at append ({@code
   * message.timestamp.type=LogAppendTime}), which the watermark reads.
   */
  public static List<Topic> all() {
    return List.of(
        new Topic(EVENTS, true, MONTH),
        new Topic(CLASSIFICATIONS, true, MONTH),
        new Topic(REJECTED, true, MONTH),
        new Topic(REFINEMENTS, true, WEEK),
        new Topic(deadLetters("classifier"), false, MONTH),
        new Topic(deadLetters("metrics"), false, MONTH),
        // Longer than the letters that it speaks of.
        new Topic(REDRIVES, false, QUARTER, true),
        new Topic(ALERTS, false, QUARTER),
        new Topic(AUDIT, false, FOR_EVER));
  }

  /**
   * A topic.
   *
   * @param keyed whether it has the shared partition count; the others have one partition
   * @param retention how long records are kept; −1 ms is for ever, as Kafka writes it
   * @param compacted whether a record may go sooner than that, once its key has a newer one
   */
  public record Topic(String name, boolean keyed, Duration retention, boolean compacted) {

    Topic(String name, boolean keyed, Duration retention) {
      this(name, keyed, retention, false);
    }

    /** Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
      return compacted ? "compact,delete" : "delete";
    }
  }
}
