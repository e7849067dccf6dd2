package dev.supportpulse.intake.redrive;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done about letters, by any instance. Methods may block for a few seconds and fail with
 * {@link dev.supportpulse.intake.submission.LogUnavailable}, except {@link #of}.
 */
public interface MarkBook {

  /** Reads what other instances wrote until now. */
  void refresh();

  /** What was done about a letter last, as far as it was read; null if nothing was. */
  @Nullable Mark of(LetterId letter);

  /** Writes marks; returns when they are durable. */
  void write(Map<LetterId, Mark> marks);

  /**
   * Forgets the marks of letters that are no longer kept: those of a partition before an offset.
   */
  void forgetBefore(LetterId firstKept);
}
