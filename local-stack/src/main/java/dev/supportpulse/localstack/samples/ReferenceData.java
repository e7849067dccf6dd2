package dev.supportpulse.localstack.samples;

import java.time.LocalDate;
import java.util.Map;

/**
 * Reference data of a project: the body of {@code PUT /v1/projects/{project}/{resource}}.
 *
 * @param resource such as {@code baseline} or {@code initiatives/hybrid-support}
 */
record ReferenceData(String project, String resource, Map<String, Object> body) {

  /**
   * Prices by usage action.
   *
   * @param validFrom the day (UTC) that they are valid from
   */
  static ReferenceData rateCard(
      String project, String currency, Map<String, String> prices, LocalDate validFrom) {
    return new ReferenceData(
        project,
        "rate-card",
        Map.of("currency", currency, "items", prices, "validFrom", validFrom.toString()));
  }
}
