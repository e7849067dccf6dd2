package dev.supportpulse.metrics.query;

import java.util.Optional;

/** Knows how far the log reaches. */
public interface LogEndsSource {

  /** How far it reaches now; empty if the broker doesn't answer in time. */
  Optional<LogEnds> ask();
}
