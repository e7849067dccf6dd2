package dev.supportpulse.client.imports;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far an import came, now and then. */
final class ImportProgress {

  private static final int SELDOM = 10;

  private final PrintStream out;
  private final boolean terminal;
  private final long size;
  private final LongSupplier read;
  private final long rowsBefore;
  private final long started = System.nanoTime();
  private long told = started;

  /**
   * A progress.
   *
   * @param terminal whether a line may be written over
   * @param size of the file, in bytes
   * @param read how many bytes of it were read so far
   * @param rowsBefore how many rows an earlier run had settled
   */
  ImportProgress(PrintStream out, boolean terminal, long size, LongSupplier read, long rowsBefore) {
    this.out = out;
    this.terminal = terminal;
    this.size = size;
    this.read = read;
    this.rowsBefore = rowsBefore;
  }

  /** Some more rows are settled. */
  synchronized void settled(Tally tally) {
    if (!isDue(terminal ? 1 : SELDOM)) {
      return;
    }
    double share = size == 0 ? 1 : (double) read.getAsLong() / size;
    String line =
        String.format(
            Locale.ENGLISH,
            "%,d rows (%.0f %%), %,.0f rows/s, %,d accepted, %,d quarantined, %,d rejected, %s left",
            tally.rows(),
            share * 100,
            perSecond(tally),
            tally.accepted(),
            tally.quarantined(),
            tally.rejected(),
            left(share));
    if (terminal) {
      out.print("\r" + line + "   ");
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** A request has to be repeated. */
  synchronized void waits(String reason) {
    if (isDue(SELDOM)) {
      out.println((terminal ? "\n" : "") + "waits for intake: it " + reason);
    }
  }

  private boolean isDue(int seconds) {
    long now = System.nanoTime();
    boolean due = now - told >= Duration.ofSeconds(seconds).toNanos();
    told = due ? now : told;
    return due;
  }

  /** Rows of this run per second. */
  double perSecond(Tally tally) {
    return (tally.rows() - rowsBefore) / Math.max(0.001, seconds());
  }

  /** How long this run takes so far. */
  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  private String left(double share) {
    long seconds = share <= 0 ? 0 : Math.round(seconds() / share * (1 - share));
    return "%d:%02d min".formatted(seconds / 60, seconds % 60);
  }
}
