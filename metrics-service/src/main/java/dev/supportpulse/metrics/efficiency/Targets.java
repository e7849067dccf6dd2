package dev.supportpulse.metrics.efficiency;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What support has promised; null is no promise.
 *
 * @param firstResponse a case is answered within this time
 * @param qualityFloor least acceptable quality, in [0, 1]
 * @param businessHours when the time counts; null is always
 */
public record Targets(
    @Nullable Duration firstResponse,
    @Nullable BigDecimal qualityFloor,
    @Nullable BusinessHours businessHours) {}
