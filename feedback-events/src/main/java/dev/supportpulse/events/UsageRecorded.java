package dev.supportpulse.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** User activity or a resource volume: {@code quantity} of {@code action}, in {@code unit}. */
public record UsageRecorded(
    String action,
    BigDecimal quantity,
    @Nullable String unit,
    @Nullable String tool,
    @Nullable String user,
    @Nullable String account)
    implements UpstreamData {

  public UsageRecorded {
    Malformed.requireText(action, "/data/action");
    Malformed.requirePresent(quantity, "/data/quantity");
  }
}
