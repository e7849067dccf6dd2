package dev.supportpulse.service.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Looks at files of secrets now and then, in one thread for all of them. */
public final class FileWatch implements AutoCloseable {

  private final Duration every;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "file-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** A watch that looks so often. */
  public FileWatch(Duration every) {
    this.every = every;
  }

  /**
   * Reads a file, now and whenever it has changed; parameters and errors as of {@link WatchedFile}.
   */
  public <T> WatchedFile<T> watch(String setting, Path file, Function<byte[], T> reading) {
    WatchedFile<T> watched = new WatchedFile<>(setting, file, reading);
    var unused = // it ends with the service
        looks.scheduleWithFixedDelay(
            watched::reload, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return watched;
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
