package dev.supportpulse.service.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What a file of secrets says, which may change while the service runs.
 *
 * <p>It is read again and compared, whatever the file system says about it: a mounted secret is a
 * symbolic link to a link that is swapped, and neither notifications nor times tell of that
 * everywhere. Such a file has some kilobytes.
 */
public final class WatchedFile<T> {

  private static final Logger LOG = Logger.getLogger(WatchedFile.class);

  private final String setting;
  private final Path file;
  private final Function<byte[], T> reading;
  private volatile T value;
  private byte[] lastContents;
  private String lastFailure = "";

  /**
   * Reads the file.
   *
   * @param setting that names it, for messages
   * @param reading of its contents; throws {@link IllegalArgumentException} whose message quotes
   *     nothing secret
   * @throws IllegalStateException if it can't be read
   */
  public WatchedFile(String setting, Path file, Function<byte[], T> reading) {
    this.setting = setting;
    this.file = file;
    this.reading = reading;
    try {
      lastContents = Files.readAllBytes(file);
      value = reading.apply(lastContents);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("can't take %s=%s: %s".formatted(setting, file, told(e)), e);
    }
  }

  /** What it says now. */
  public T value() {
    return value;
  }

  /** Takes what has changed; if it can't be read, all stays and the log says so, once. */
  public synchronized void reload() {
    try {
      byte[] contents = Files.readAllBytes(file);
      if (!Arrays.equals(contents, lastContents)) {
        lastContents = contents;
        value = reading.apply(contents);
        LOG.infof("took %s=%s, which has changed", setting, file);
      }
      lastFailure = "";
    } catch (IOException | IllegalArgumentException e) {
      if (!lastFailure.equals(told(e))) {
        lastFailure = told(e);
        LOG.errorf("all stays as it was, because of %s=%s: %s", setting, file, lastFailure);
      }
    }
  }

  private static String told(Exception failure) {
    return failure instanceof IOException
        ? failure.toString()
        : String.valueOf(failure.getMessage());
  }
}
