package dev.supportpulse.intake.submission;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where events are kept for everyone who reads them. */
public interface EventLog {

  /**
   * Appends entries; never blocks.
   *
   * @return completes when every entry is durable; fails with {@link LogUnavailable} if one may not
   *     be
   */
  CompletionStage<Void> append(List<LogEntry> entries);
}
