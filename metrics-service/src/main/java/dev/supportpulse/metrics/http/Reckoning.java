package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.query.Attribution;
import dev.supportpulse.metrics.query.Comparison;
import dev.supportpulse.metrics.query.FigureName;
import dev.supportpulse.metrics.query.Question;
import dev.supportpulse.metrics.window.BadQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How figures are reckoned: {@code currency}, {@code attribution} and {@code compare}.
 *
 * @param currency null leaves every amount in its own
 * @param compare null compares with nothing
 */
record Reckoning(@Nullable String currency, Attribution attribution, @Nullable Comparison compare) {

  /** How its parameters are called. */
  static final List<String> PARAMETERS = List.of("currency", "attribution", "compare");

  /**
   * Reads the parameters.
   *
   * @throws BadQuery naming the one at fault
   */
  static Reckoning of(Parameters parameters) {
    Attribution attribution = choice("attribution", parameters, Attribution.values());
    return new Reckoning(
        currency(parameters.text("currency")),
        attribution == null ? Attribution.DIRECT : attribution,
        choice("compare", parameters, Comparison.values()));
  }

  /** The question about those windows of the selection. */
  Question question(Selection selection, List<Instant> boundaries, Set<FigureName> figures) {
    return new Question(
        selection.project(),
        boundaries,
        selection.groupBy(),
        selection.filters(),
        figures,
        currency,
        attribution);
  }

  private static @Nullable String currency(@Nullable String code) {
    try {
      return code == null ? null : Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new BadQuery("currency", "'%s' is not an ISO 4217 code".formatted(code));
    }
  }

  private static <E extends Enum<E>> @Nullable E choice(
      String name, Parameters parameters, E[] values) {
    String text = parameters.text(name);
    if (text == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> wireName(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadQuery(
                    name,
                    "'%s' is not one of %s"
                        .formatted(
                            text,
                            Arrays.stream(values)
                                .map(Reckoning::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  private static String wireName(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
