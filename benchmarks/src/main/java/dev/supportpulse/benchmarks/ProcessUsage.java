package dev.supportpulse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process takes of the machine, as {@code /proc} tells (Linux). */
final class ProcessUsage {

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  /** The unit of times in {@code /proc}: USER_HZ, 100 on every platform that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final double KIB_PER_MIB = 1024;

  private final Path folder;

  ProcessUsage(ProcessHandle process) {
    this.folder = Path.of("/proc", Long.toString(process.pid()));
  }

  /** Seconds of processor time since it started. */
  double cpuSeconds() {
    return cpuSeconds(read("stat"));
  }

  /**
   * Seconds of processor time that it and its children took since it started; of a server that
   * works in processes of its own, such as PostgreSQL. Grandchildren that have ended are left out.
   */
  static double cpuSecondsWithChildren(ProcessHandle process) {
    double seconds = endedChildren(new ProcessUsage(process).read("stat"));
    List<ProcessHandle> alive = Stream.concat(Stream.of(process), process.descendants()).toList();
    for (ProcessHandle each : alive) {
      seconds += each.isAlive() ? new ProcessUsage(each).cpuSeconds() : 0;
    }
    return seconds;
  }

  /** {@code pid (name) state …}, and the name may hold anything. */
  static double cpuSeconds(String stat) {
    return seconds(stat, USER_TIME, SYSTEM_TIME);
  }

  /** What its children that have ended took, of the same line. */
  static double endedChildren(String stat) {
    return seconds(stat, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
  }

  private static double seconds(String stat, int one, int other) {
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(afterName[one]) + Long.parseLong(afterName[other])) / TICKS_PER_SECOND;
  }

  /** Its share of physical memory (PSS) in MiB. */
  double memoryMiB() {
    return memoryMiB(read("smaps_rollup"));
  }

  static double memoryMiB(String smapsRollup) {
    return smapsRollup
            .lines()
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / KIB_PER_MIB;
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the process has ended, or this is not Linux", e);
    }
  }
}
