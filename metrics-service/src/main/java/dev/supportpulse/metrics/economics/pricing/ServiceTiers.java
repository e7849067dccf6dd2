package dev.supportpulse.metrics.economics.pricing;

import java.util.Map;

/**
 * The tiers of a project, by name.
 *
 * @param currency of every price (ISO 4217)
 */
public record ServiceTiers(String currency, Map<String, ServiceTier> tiers) {
  public ServiceTiers {
    tiers = Map.copyOf(tiers);
  }
}
