package dev.supportpulse.metrics.efficiency;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What support has promised; null is no promise.
 *
 * @param firstResponse a case is answered within this time
 * @param resolution a case is resolved within this time
 * @param qualityFloor least acceptable quality, in [0, 1]
 * @param businessHours when the time counts; null is always
 */
public record Targets(
    @Nullable Duration firstResponse,
    @Nullable Duration resolution,
    @Nullable BigDecimal qualityFloor,
    @Nullable BusinessHours businessHours) {

  /** Nothing is promised. */
  public static final Targets NONE = new Targets(null, null, null, null);

  /** How long that may take, null if nothing is promised. */
  public @Nullable Duration of(Promise promise) {
    return switch (promise) {
      case FIRST_RESPONSE -> firstResponse;
      case RESOLUTION -> resolution;
    };
  }

  /** When the time counts. */
  public BusinessHours hours() {
    return businessHours == null ? BusinessHours.ALWAYS : businessHours;
  }
}
