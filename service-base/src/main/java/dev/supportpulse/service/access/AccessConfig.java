package dev.supportpulse.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code supportpulse.access}: who may call. */
@ConfigMapping(prefix = "supportpulse.access")
public interface AccessConfig {

  /**
   * {@code closed} (default) or {@code open}; the setting is {@code supportpulse.access} itself.
   * Where a file of keys is given, access is closed, whatever this says.
   */
  @WithParentName
  @WithDefault("closed")
  AccessMode mode();

  /**
   * A file of hashed keys, such as a mounted secret, or several, separated by commas. Without it
   * there are no keys.
   */
  Optional<List<Path>> keysFile();

  /** How often files of secrets, those of webhooks too, are looked at for changes. */
  @WithDefault("PT5S")
  Duration reloadEvery();

  /**
   * The quota of keys that have none of their own, and of everyone together where access is open,
   * such as {@code 100/s} or {@code 6000/min burst 500}; none if left out. Each instance of a
   * service counts for itself.
   */
  Optional<String> defaultQuota();
}
