package dev.supportpulse.classifier.diagnosis;

import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.UpstreamData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads symptoms out of what users and programs report. */
public final class Diagnostician {

  private static final int MAX_WORDS = 60;

  /** A run of characters between spaces, or a single Han character: Chinese has no spaces. */
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+");

  private final Map<String, Set<String>> packages;

  /**
   * Knows the code of projects whose packages don't have the project's name.
   *
   * @param packages names of packages, modules or folders by project
   */
  public Diagnostician(Map<String, Set<String>> packages) {
    this.packages = Map.copyOf(packages);
  }

  /** The symptom that an event tells of, if it tells of any. */
  public Optional<Symptom> of(String project, UpstreamData data) {
    if (data instanceof ErrorReported error) {
      return Optional.of(ofError(project, error.message(), error.stackTrace()));
    }
    String text = data.text();
    return text == null ? Optional.empty() : ofText(project, text);
  }

  /**
   * The symptom of an error report: its stack trace, or else its message.
   *
   * @param message not blank
   */
  public Symptom ofError(String project, String message, @Nullable String stackTrace) {
    if (stackTrace != null) {
      Optional<StackTrace> trace =
          StackTraces.find(stackTrace)
              .filter(StackTrace::isHeaded)
              // Some reporters send the frames alone: the message is their header.
              .or(() -> StackTraces.find(message + "\n" + stackTrace));
      if (trace.isPresent()) {
        return TraceDigest.of(trace.get(), code(project));
      }
    }
    return traced(project, message).orElseGet(() -> told(LogLine.message(firstLine(message))));
  }

  /**
   * The symptom that a user pasted into a text: a stack trace, or else the first line that a logger
   * called an error.
   */
  public Optional<Symptom> ofText(String project, String text) {
    return traced(project, text).or(() -> loggedError(text));
  }

  private Optional<Symptom> traced(String project, String text) {
    return StackTraces.find(text).map(trace -> TraceDigest.of(trace, code(project)));
  }

  private ProjectCode code(String project) {
    return ProjectCode.of(project, packages.getOrDefault(project, Set.of()));
  }

  private static Optional<Symptom> loggedError(String text) {
    return text.lines()
        .map(LogLine::of)
        .filter(line -> line.isError() && !line.text().isBlank())
        .findFirst()
        .map(line -> told(line.text()));
  }

  private static Symptom told(String message) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(Masks.common(message));
    while (words.size() < MAX_WORDS && matcher.find()) {
      words.add(matcher.group());
    }
    return new Symptom.Told(words.isEmpty() ? List.of(LogTemplate.OPEN) : words);
  }

  private static String firstLine(String message) {
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
