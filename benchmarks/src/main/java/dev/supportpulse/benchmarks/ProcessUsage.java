package dev.supportpulse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes of the machine, as {@code /proc} tells (Linux). */
final class ProcessUsage {

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

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

  /** {@code pid (name) state …}, and the name may hold anything. */
  static double cpuSeconds(String stat) {
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(afterName[USER_TIME]) + Long.parseLong(afterName[SYSTEM_TIME]);
    return ticks / TICKS_PER_SECOND;
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
