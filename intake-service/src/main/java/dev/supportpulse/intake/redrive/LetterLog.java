package dev.supportpulse.intake.redrive;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The topics that hold letters. Methods may block for a few seconds; they fail with {@link
 * dev.supportpulse.intake.submission.LogUnavailable} if the log doesn't answer.
 */
public interface LetterLog {

  /** Offsets {@code [begin, end)} of a partition. */
  record Span(long begin, long end) {

    /** How many records there are. */
    public long size() {
      return Math.max(0, end - begin);
    }
  }

  /**
   * What each partition of a topic holds now.
   *
   * @param from without what was kept before, if given
   */
  NavigableMap<Integer, Span> spans(String topic, @Nullable Instant from);

  /**
   * The next records of a partition, in order: some of them, and none only if there is none in the
   * span any more.
   */
  List<Kept> read(String topic, int partition, Span span);
}
