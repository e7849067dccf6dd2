package dev.supportpulse.benchmarks.classify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A command that has ended.
 *
 * @param seconds how long it took
 * @param peakMiB most physical memory that it took, as {@code /proc} told while it ran (Linux)
 */
record Child(String output, double seconds, double peakMiB) {

  private static final long LOOK_MILLIS = 2;
  private static final double KIB_PER_MIB = 1024;

  /**
   * Runs it to its end.
   *
   * @throws IOException if it can't be started or fails; with what it said
   */
  static Child run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                return String.valueOf(e);
              }
            });
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    double peak = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMiB(status));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    try {
      if (process.exitValue() != 0) {
        throw new IOException(command.get(0) + " failed: " + output.get());
      }
      return new Child(output.get(), seconds, peak);
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static double peakMiB(Path status) {
    try {
      return peakMiB(Files.readString(status));
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }

  static double peakMiB(String status) {
    return status
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / KIB_PER_MIB;
  }
}
