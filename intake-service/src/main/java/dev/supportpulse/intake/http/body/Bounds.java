package dev.supportpulse.intake.http.body;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.service.problem.Problem;
import java.time.Duration;
import java.util.Locale;

/**
 * What a body may ask for, and how it is refused that asks for more.
 *
 * @param bytes the largest body, packed and unpacked
 * @param within how long a body may take to arrive
 * @param retryAfter when to send again what came at a bad moment
 */
record Bounds(long bytes, Duration within, Duration retryAfter) {

  /** How many times the limit is still read for a good answer; who sends more is cut off. */
  private static final int PATIENCE = 8;

  static Bounds of(IntakeConfig config) {
    return new Bounds(
        config.maxRequestSize().asLongValue(), config.receiveWithin(), config.retryAfter());
  }

  /** Whether a body of that size isn't even read to its end to be refused. */
  boolean hopeless(long size) {
    return size > PATIENCE * bytes;
  }

  Problem tooLarge(long size) {
    return tooLarge("the request has %d bytes".formatted(size));
  }

  Problem unpackedTooLarge() {
    return tooLarge("the body unpacks to more");
  }

  private Problem tooLarge(String what) {
    return Problem.of(
        413,
        "REQUEST_TOO_LARGE",
        "",
        "%s; at most %d bytes are taken: split it".formatted(what, bytes));
  }

  static Problem tooBusy() {
    return Problem.of(
        503,
        "TOO_BUSY",
        null,
        "too much is worked on already, of yours or in all: send the same request again");
  }

  Problem tooSlow() {
    return Problem.of(
        408,
        "REQUEST_TIMEOUT",
        null,
        "the body didn't arrive within %s: send the same request again, in smaller parts"
            .formatted(within));
  }

  static Problem unknownCoding() {
    return Problem.of(
        415,
        "UNSUPPORTED_CONTENT_ENCODING",
        "Content-Encoding",
        "Content-Encoding must be one of %s, or be left out".formatted(Coding.ACCEPTED));
  }

  static Problem corrupt(Coding coding) {
    return Problem.of(
        415,
        "UNSUPPORTED_CONTENT_ENCODING",
        "Content-Encoding",
        "the body can't be unpacked as Content-Encoding %s: pack it again, or leave the header out"
            .formatted(coding.name().toLowerCase(Locale.ROOT)));
  }
}
