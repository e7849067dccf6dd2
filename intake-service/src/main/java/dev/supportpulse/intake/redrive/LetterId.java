package dev.supportpulse.intake.redrive;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a letter is kept, which names it for ever: topic, partition and offset. Written {@code
 * support.metrics.dead-letters/0/17}.
 */
public record LetterId(String topic, int partition, long offset) implements Comparable<LetterId> {

  private static final Pattern TEXT =
      Pattern.compile("(?<topic>[a-z0-9._-]{1,249})/(?<partition>\\d{1,6})/(?<offset>\\d{1,18})");
  private static final Comparator<LetterId> ORDER =
      Comparator.comparing(LetterId::topic)
          .thenComparingInt(LetterId::partition)
          .thenComparingLong(LetterId::offset);

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is something else; the message says what it must be
   */
  public static LetterId parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be topic/partition/offset, such as support.metrics.dead-letters/0/17");
    }
    return new LetterId(
        matcher.group("topic"),
        Integer.parseInt(matcher.group("partition")),
        Long.parseLong(matcher.group("offset")));
  }

  @Override
  public int compareTo(LetterId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
