package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.Freshness;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the counting is behind the log. */
@Schema(name = "Lag")
record LagView(
    @Schema(description = "Records not yet counted") long events,
    @Schema(description = "From the watermark to now") @Nullable Double seconds) {

  /** Null if the broker didn't say. */
  static @Nullable LagView of(Freshness freshness) {
    Freshness.Lag lag = freshness.lag();
    if (lag == null) {
      return null;
    }
    return new LagView(lag.events(), lag.time() == null ? null : lag.time().toMillis() / 1000.0);
  }

  /** To the millisecond, which is as fine as the broker's clock is written. */
  static @Nullable Instant watermark(Freshness freshness) {
    Instant watermark = freshness.watermark();
    return watermark == null ? null : watermark.truncatedTo(ChronoUnit.MILLIS);
  }
}
