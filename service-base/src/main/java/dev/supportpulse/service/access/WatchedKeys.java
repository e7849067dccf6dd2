package dev.supportpulse.service.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * The keys of a file that may change while the service runs.
 *
 * <p>It is read again and compared, whatever the file system says about it: a mounted secret is a
 * symbolic link to a link that is swapped, and neither notifications nor times tell of that
 * everywhere. A file of keys has some kilobytes.
 */
final class WatchedKeys {

  private static final Logger LOG = Logger.getLogger(WatchedKeys.class);

  private final Path file;
  private volatile KeyRing ring;
  private byte[] lastContents;
  private String lastFailure = "";

  /**
   * Reads the file.
   *
   * @throws IllegalStateException if it can't be read or isn't a file of keys
   */
  WatchedKeys(Path file) {
    this.file = file;
    try {
      lastContents = Files.readAllBytes(file);
      ring = KeyFile.parse(lastContents);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "can't take the keys from supportpulse.access.keys-file=%s: %s".formatted(file, told(e)),
          e);
    }
  }

  KeyRing ring() {
    return ring;
  }

  /** Takes what has changed; if it can't be read, the keys stay and the log says so, once. */
  synchronized void reload() {
    try {
      byte[] contents = Files.readAllBytes(file);
      if (!Arrays.equals(contents, lastContents)) {
        lastContents = contents;
        ring = KeyFile.parse(contents);
        LOG.infof("%d keys from %s, which has changed", ring.keys().size(), file);
      }
      lastFailure = "";
    } catch (IOException | IllegalArgumentException e) {
      if (!lastFailure.equals(told(e))) {
        lastFailure = told(e);
        LOG.errorf("the keys stay as they were, because of %s: %s", file, lastFailure);
      }
    }
  }

  private static String told(Exception failure) {
    return failure instanceof IOException
        ? failure.toString()
        : String.valueOf(failure.getMessage());
  }
}
