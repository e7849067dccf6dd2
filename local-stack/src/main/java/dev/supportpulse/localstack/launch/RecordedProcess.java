package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it was noted when it started. A process id is given to a stranger some day; together
 * with the start time it isn't.
 *
 * @param part what it was, such as {@code broker}; without blanks
 * @param port where it listens; 0 for nowhere
 */
record RecordedProcess(String part, long pid, Instant startedAt, int port) {

  // The system counts start times from its own start, whose time of day may be corrected by a
  // second.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static RecordedProcess of(String part, ProcessHandle process, int port) {
    return new RecordedProcess(
        part, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port);
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid).filter(this::isTheSame).filter(Processes::isRunning);
  }

  private boolean isTheSame(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .filter(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }

  /** One line of the state file. */
  String line() {
    return part + " " + pid + " " + startedAt + " " + port;
  }

  /** Reads {@link #line()}; empty for anything else, such as a line that was cut off. */
  static Optional<RecordedProcess> parse(String line) {
    String[] words = line.split(" ", -1);
    try {
      return words.length == 4
          ? Optional.of(
              new RecordedProcess(
                  words[0],
                  Long.parseLong(words[1]),
                  Instant.parse(words[2]),
                  Integer.parseInt(words[3])))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
