package dev.supportpulse.classifier.http;

import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.service.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that questions about what was observed have in common. */
record ObservedWindow(String project, Instant from, Instant to) {

  /** No project has this name. */
  static final String EVERY = "*";

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /**
   * The window of that length that ends now.
   *
   * @param length ISO 8601; null for the default
   * @param longest what is kept
   * @throws ProblemException naming the parameter at fault
   */
  static ObservedWindow of(
      @Nullable String project,
      @Nullable String length,
      Duration otherwise,
      Duration longest,
      Instant now) {
    if (project == null) {
      throw ProblemException.invalid("project", "is required: the name of the project");
    }
    return ofAny(project, length, otherwise, longest, now);
  }

  /**
   * The same of a project, or of all of them.
   *
   * @param project null for all; they are {@link #EVERY} then
   */
  static ObservedWindow ofAny(
      @Nullable String project,
      @Nullable String length,
      Duration otherwise,
      Duration longest,
      Instant now) {
    if (project != null && !SupportEvent.isProject(project)) {
      throw ProblemException.invalid("project", "must be the name of a project");
    }
    Duration window = length == null ? otherwise : duration(length);
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(longest) > 0) {
      throw ProblemException.invalid(
          "window", "must be from PT1M to " + longest + ", which is how long reports are kept");
    }
    return new ObservedWindow(project == null ? EVERY : project, now.minus(window), now);
  }

  /**
   * How many items a page has.
   *
   * @throws ProblemException naming {@code limit}
   */
  static int limit(@Nullable Integer limit, int most) {
    int size = limit == null ? Math.min(50, most) : limit;
    if (size < 1 || size > most) {
      throw ProblemException.invalid("limit", "must be from 1 to " + most);
    }
    return size;
  }

  /**
   * How many items the pages before have.
   *
   * @throws ProblemException naming {@code after}
   */
  static int after(@Nullable Integer after) {
    if (after != null && after < 0) {
      throw ProblemException.invalid("after", "must be the 'next' of a page");
    }
    return after == null ? 0 : after;
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(
          "window", "must be an ISO 8601 duration, such as PT24H or P7D");
    }
  }
}
