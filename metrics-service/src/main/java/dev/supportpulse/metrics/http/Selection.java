package dev.supportpulse.metrics.http;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.query.Filter;
import dev.supportpulse.metrics.tally.Dimension;
import dev.supportpulse.metrics.window.BadQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which part of a project is asked about: {@code groupBy} and {@code filter.*}. */
record Selection(String project, List<Dimension> groupBy, List<Filter> filters) {

  /** How {@code groupBy} and {@code filter.*} are called. */
  static final List<String> PARAMETERS =
      Stream.concat(
              Stream.of("groupBy"),
              Arrays.stream(Dimension.values()).map(dimension -> "filter." + wireName(dimension)))
          .toList();

  /** The filter value that selects what has no value. */
  private static final String MISSING = "null";

  /**
   * Reads the selection.
   *
   * @throws BadQuery naming the parameter
   */
  static Selection of(String project, Parameters parameters) {
    return new Selection(
        checkedProject(project),
        groupBy(parameters.text("groupBy", "")),
        Arrays.stream(Dimension.values())
            .flatMap(dimension -> filter(dimension, parameters).stream())
            .toList());
  }

  /**
   * The project, if that can be one.
   *
   * @throws BadQuery naming {@code project}
   */
  static String checkedProject(String project) {
    if (!SupportEvent.isProject(project)) {
      throw new BadQuery(
          "project",
          "a project is 1 to 63 lower-case letters, digits, dots, underscores and hyphens");
    }
    return project;
  }

  static String wireName(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static List<Dimension> groupBy(String text) {
    List<Dimension> dimensions = new ArrayList<>();
    if (text.isEmpty()) {
      return dimensions;
    }
    for (String name : text.split(",", -1)) {
      Dimension dimension =
          Arrays.stream(Dimension.values())
              .filter(candidate -> wireName(candidate).equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadQuery(
                          "groupBy",
                          "'%s' is not one of category, channel, tier, mode".formatted(name)));
      if (dimensions.contains(dimension)) {
        throw new BadQuery("groupBy", "names %s twice".formatted(name));
      }
      dimensions.add(dimension);
    }
    return dimensions;
  }

  private static List<Filter> filter(Dimension dimension, Parameters parameters) {
    String name = "filter." + wireName(dimension);
    String value = parameters.text(name);
    if (value == null) {
      return List.of();
    }
    if (value.equals(MISSING)) {
      return List.of(new Filter(dimension, null));
    }
    switch (dimension) {
      case CATEGORY -> check(name, value, NeedCategory.values());
      case CHANNEL -> check(name, value, Channel.values());
      case MODE -> check(name, value, SupportMode.values());
      case TIER -> {
        if (value.isBlank()) {
          throw new BadQuery(name, "must not be blank; null selects what has no tier");
        }
      }
    }
    return List.of(new Filter(dimension, value));
  }

  private static void check(String name, String value, Enum<?>[] values) {
    if (Arrays.stream(values).noneMatch(known -> known.name().equals(value))) {
      throw new BadQuery(
          name,
          "'%s' is not one of %s, null"
              .formatted(
                  value, Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "))));
    }
  }
}
