package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./run status}. */
final class StatusTable {

  private static final String LINE = "%-11s %9s  %-11s %-24s %9s%n";

  private static final int SERVICES = Service.values().length;

  private StatusTable() {}

  /**
   * Prints what runs, where, and what memory it takes (proportional set size).
   *
   * @return whether everything runs and the services are ready
   */
  static boolean print(StateFile state, PrintStream out) {
    List<RecordedProcess> recorded = state.read();
    if (recorded.isEmpty()) {
      out.println("Nothing is running. ./run starts it.");
      return false;
    }
    out.printf(LINE, "part", "process", "state", "address", "memory");
    boolean allWell = recorded.stream().filter(StatusTable::isService).count() == SERVICES;
    long sum = 0;
    for (RecordedProcess process : recorded) {
      Optional<ProcessHandle> handle = process.running();
      String condition = handle.isEmpty() ? "ended" : condition(process);
      long memory = handle.map(running -> memory(process, running)).orElse(0L);
      allWell &= handle.isPresent() && !condition.equals("not ready");
      sum += memory;
      out.printf(
          LINE, process.part(), process.pid(), condition, address(process), Memory.text(memory));
    }
    out.printf(LINE, "", "", "", "", Memory.text(sum));
    return allWell;
  }

  /** With what it started; except that what the launcher started has lines of its own. */
  private static long memory(RecordedProcess process, ProcessHandle handle) {
    return Memory.proportionalSetSize(
        process.part().equals(StateFile.LAUNCHER)
            ? Stream.of(handle)
            : Stream.concat(Stream.of(handle), handle.descendants()));
  }

  private static String condition(RecordedProcess process) {
    if (!isService(process)) {
      return "running";
    }
    return ServiceProcess.isReady(URI.create(address(process))) ? "ready" : "not ready";
  }

  private static boolean isService(RecordedProcess process) {
    return Arrays.stream(Service.values()).anyMatch(s -> s.label().equals(process.part()));
  }

  private static String address(RecordedProcess process) {
    if (process.port() == 0) {
      return "";
    }
    return (isService(process) ? "http://" : "") + "127.0.0.1:" + process.port();
  }
}
