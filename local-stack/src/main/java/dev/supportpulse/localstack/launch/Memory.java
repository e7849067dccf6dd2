package dev.supportpulse.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Memory of this machine or container, and of processes, as Linux tells. In bytes. */
final class Memory {

  /** What the whole system may take: the sum of its processes' proportional set sizes. */
  static final long NEEDED = 1536L << 20;

  private Memory() {}

  /** What programs can still get; empty where the system doesn't tell. */
  static OptionalLong available() {
    return available(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  /** The machine's available memory, or what the container's limit leaves, if that is less. */
  static OptionalLong available(Path meminfo, Path cgroup) {
    LongStream machine = field(meminfo, "MemAvailable:").stream().map(kib -> kib << 10);
    return LongStream.concat(machine, room(cgroup).stream()).min();
  }

  /** Pages of files that nobody used lately count as used, but can be had back at once. */
  private static OptionalLong room(Path cgroup) {
    OptionalLong limit = number(cgroup.resolve("memory.max"));
    OptionalLong used = number(cgroup.resolve("memory.current"));
    OptionalLong reclaimable = field(cgroup.resolve("memory.stat"), "inactive_file");
    return limit.isPresent() && used.isPresent()
        ? OptionalLong.of(limit.getAsLong() - used.getAsLong() + reclaimable.orElse(0))
        : OptionalLong.empty();
  }

  /** What processes take, shared pages by their share; 0 where the system doesn't tell. */
  static long proportionalSetSize(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))
        .mapToLong(rollup -> field(rollup, "Pss:").orElse(0) << 10)
        .sum();
  }

  /** Bytes, as people read them. */
  static String text(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  private static OptionalLong number(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.equals("max") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> line.split("\\s+"))
          .filter(words -> words.length > 1 && words[0].equals(name))
          .mapToLong(words -> Long.parseLong(words[1]))
          .findFirst();
    } catch (IOException | RuntimeException e) {
      return OptionalLong.empty();
    }
  }
}
