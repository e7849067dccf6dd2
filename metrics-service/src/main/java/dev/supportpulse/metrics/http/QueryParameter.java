package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.Attribution;
import dev.supportpulse.metrics.query.Comparison;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters that routes share, each described once for all of them. */
enum QueryParameter {
  WINDOW("window", "Length: an ISO 8601 duration of whole minutes", "PT24H"),
  AT("at", "RFC 3339; now, if left out", "2026-11-22T10:00:00Z"),
  FIGURE("figure", "Name of the figure", "netSatisfaction"),
  FROM(
      "from",
      "RFC 3339, a whole minute, or a date; 30 days before 'to', if left out",
      "2026-11-01T00:00:00Z"),
  TO("to", "Not included; now, if left out", "2026-11-22T00:00:00Z"),
  GRANULARITY("granularity", "PT1M, PT15M, PT1H, P1D (default), P1W or P1M", "P1D"),
  TIME_ZONE(
      "timeZone",
      "IANA name of the zone whose midnights, weeks and months are meant; UTC, if left out",
      "Asia/Shanghai"),
  GROUP_BY("groupBy", "One or two of category, channel, tier, mode", "category,mode"),
  CATEGORY("filter.category", "A need category; 'null' selects what has none"),
  CHANNEL("filter.channel", "A channel; 'null' selects what has none"),
  TIER("filter.tier", "A customer tier; 'null' selects what has none"),
  MODE("filter.mode", "A support mode; 'null' selects what has none"),
  CURRENCY(
      "currency",
      "ISO 4217: convert every amount at the rate of its own UTC day (see exchange-rates);"
          + " each stays in its own currency, if left out",
      "EUR"),
  ATTRIBUTION(
      "attribution",
      "Where amounts go that don't name a dimension grouped by: nowhere (direct, default), or"
          + " to all groups by cases and feedbacks (volume) or by minutes of work (time)"),
  COMPARE(
      "compare",
      "Also answer how each figure changed against the time before, the baseline's period, or"
          + " a year ago"),
  CASE_ID("caseId", "Only this case and its events"),
  LIMIT("limit", "Most items of the page; 100, if left out", "100"),
  AFTER("after", "The 'next' of the page before");

  private final String wireName;
  private final String description;
  private final @Nullable String example;

  QueryParameter(String wireName, String description) {
    this(wireName, description, null);
  }

  QueryParameter(String wireName, String description, @Nullable String example) {
    this.wireName = wireName;
    this.description = description;
    this.example = example;
  }

  /**
   * The parameter of that name.
   *
   * @throws IllegalStateException if it is not described here
   */
  static QueryParameter named(String wireName) {
    return Arrays.stream(values())
        .filter(parameter -> parameter.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing describes " + wireName));
  }

  /** As the published API describes it. */
  Parameter describe() {
    Schema schema =
        OASFactory.createSchema()
            .addType(this == LIMIT ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING);
    for (Enum<?> choice : choices()) {
      schema.addEnumeration(choice.name().toLowerCase(Locale.ROOT));
    }
    Parameter parameter =
        OASFactory.createParameter()
            .name(wireName)
            .in(Parameter.In.QUERY)
            .description(description)
            .schema(schema);
    return example == null ? parameter : parameter.example(example);
  }

  private Enum<?>[] choices() {
    return switch (this) {
      case ATTRIBUTION -> Attribution.values();
      case COMPARE -> Comparison.values();
      default -> new Enum<?>[0];
    };
  }
}
