package dev.supportpulse.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.client.generated.ApiClient;
import dev.supportpulse.client.generated.ApiException;
import dev.supportpulse.client.generated.model.BatchAnswer;
import dev.supportpulse.client.generated.model.Problem;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what came of a request with a batch. */
final class AnswerReader {

  private static final int OK = 200;

  /** The generated client's own. */
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();

  private AnswerReader() {}

  /** Reads an answer of 2xx. */
  static Answer read(@Nullable BatchAnswer answer, int events) {
    int results = answer == null || answer.getResults() == null ? 0 : answer.getResults().size();
    return answer == null || results != events
        ? refused(OK, "answered %d results to %d events".formatted(results, events))
        : new Answer.Told(answer.getResults());
  }

  /** Reads any other answer, or that there was none. */
  static Answer read(ApiException failure, int events, Instant now) {
    int status = failure.getCode();
    if (status == 0) {
      return failure.getCause() instanceof JsonProcessingException
          ? refused(OK, "answered what is no answer to a batch: is this intake's address?")
          : new Answer.Later(Duration.ZERO, "doesn't answer: " + failure.getCause());
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new Answer.Later(retryAfter(failure.getResponseHeaders(), now), told(failure));
    }
    if (status == 400) {
      BatchAnswer answer = parsed(failure, BatchAnswer.class);
      if (answer != null && answer.getResults() != null && !answer.getResults().isEmpty()) {
        return read(answer, events);
      }
    }
    if (status == 413) {
      Problem problem = parsed(failure, Problem.class);
      return new Answer.TooLarge(
          problem == null ? new Problem().code("REQUEST_TOO_LARGE").detail("") : problem);
    }
    return refused(status, told(failure));
  }

  private static Answer refused(int status, String message) {
    return new Answer.Refused(new IntakeRefused(status, "intake " + message));
  }

  private static String told(ApiException failure) {
    Problem problem = parsed(failure, Problem.class);
    return problem == null || problem.getDetail() == null
        ? "answered %d: %s".formatted(failure.getCode(), failure.getResponseBody())
        : "answered %d %s: %s".formatted(failure.getCode(), problem.getCode(), problem.getDetail());
  }

  private static <T> @Nullable T parsed(ApiException failure, Class<T> type) {
    try {
      String body = failure.getResponseBody();
      return body == null ? null : MAPPER.readValue(body, type);
    } catch (IOException e) {
      // It is told as it came.
      return null;
    }
  }

  /** Seconds or a date (RFC 9110 §10.2.3); zero if there is neither. */
  private static Duration retryAfter(@Nullable HttpHeaders headers, Instant now) {
    String text = headers == null ? "" : headers.firstValue("Retry-After").orElse("").strip();
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Duration wait =
          Duration.between(
              now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
