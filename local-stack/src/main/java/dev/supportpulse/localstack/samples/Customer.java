package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.SupportMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who speaks up, and how.
 *
 * @param account the customer organisation; the community has none
 * @param mode how this customer is served at the time
 */
record Customer(
    String user,
    @Nullable String account,
    String tier,
    SupportMode mode,
    Channel channel,
    String language) {

  private static final String COMMUNITY = "COMMUNITY";
  private static final int USERS = 900;
  private static final int ACCOUNTS = 40;

  /** Draws one of a project's customers. */
  static Customer draw(Scenario scenario, double adoption, Chance chance) {
    Map.Entry<String, Scenario.Tier> tier =
        chance.pick(List.copyOf(scenario.tiers().entrySet()), it -> it.getValue().weight());
    SupportMode mode =
        chance
            .pick(List.copyOf(tier.getValue().modes().entrySet()), it -> it.getValue().at(adoption))
            .getKey();
    return new Customer(
        "user-%03d".formatted(chance.between(1, USERS)),
        COMMUNITY.equals(tier.getKey())
            ? null
            : "account-%02d".formatted(chance.between(1, ACCOUNTS)),
        tier.getKey(),
        mode,
        chance.pick(scenario.channels()),
        chance.happens(scenario.chinese()) ? "zh" : "en");
  }
}
