package dev.supportpulse.intake.http;

import dev.supportpulse.intake.redrive.Filter;
import dev.supportpulse.intake.redrive.LetterId;
import dev.supportpulse.intake.redrive.LetterReader;
import dev.supportpulse.intake.redrive.State;
import dev.supportpulse.service.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what requests say of letters; whatever is wrong is told by name, with the remedy.
 *
 * @param root what stands before each name: nothing for parameters, a slash for fields of a body
 */
record LetterQuery(String root) {

  static final LetterQuery PARAMETERS = new LetterQuery("");
  static final LetterQuery BODY = new LetterQuery("/");

  /** A topic that holds letters. */
  String topic(@Nullable String field, String topic) {
    if (!LetterReader.topics().contains(topic)) {
      String detail = "must be one of " + String.join(", ", LetterReader.topics());
      throw field == null
          ? ProblemException.notFound("no letters in " + topic + ": the topic " + detail)
          : invalid(field, detail);
    }
    return topic;
  }

  /** A letter of such a topic. */
  LetterId letter(String field, String id) {
    try {
      LetterId letter = LetterId.parse(id);
      topic(field, letter.topic());
      return letter;
    } catch (IllegalArgumentException e) {
      throw invalid(field, String.valueOf(e.getMessage()));
    }
  }

  /** Where to go on within a topic. */
  @Nullable LetterId after(String topic, @Nullable String id) {
    if (id == null) {
      return null;
    }
    LetterId after = letter("after", id);
    if (!after.topic().equals(topic)) {
      throw invalid("after", "must be a letter of " + topic);
    }
    return after;
  }

  Filter filter(
      @Nullable String project,
      @Nullable String code,
      @Nullable State state,
      @Nullable String from,
      @Nullable String to) {
    return new Filter(project, code, state, time("from", from), time("to", to));
  }

  @Nullable State state(@Nullable String text) {
    try {
      return text == null ? null : State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid("state", "must be one of " + Arrays.toString(State.values()));
    }
  }

  @Nullable Integer number(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw invalid(field, "must be a whole number");
    }
    return Integer.valueOf(text);
  }

  int limit(@Nullable Integer limit, int otherwise, int most) {
    int wanted = limit == null ? Math.min(otherwise, most) : limit;
    if (wanted < 1 || wanted > most) {
      throw invalid("limit", "must be from 1 to " + most);
    }
    return wanted;
  }

  /** RFC 3339, or a date, which begins at midnight UTC. */
  private @Nullable Instant time(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          // A '+' that wasn't escaped arrives as a space.
          : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException e) {
      throw invalid(
          field,
          "must be a date or a time in RFC 3339 with its offset, such as 2026-11-22T10:00:00Z");
    }
  }

  private ProblemException invalid(String name, String detail) {
    return ProblemException.invalid(root + name, detail);
  }
}
