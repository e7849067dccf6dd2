package dev.supportpulse.service.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** {@code supportpulse.access}: who may call. */
@ConfigMapping(prefix = "supportpulse")
public interface AccessConfig {

  /** {@code closed} (default) or {@code open}. */
  @WithDefault("closed")
  AccessMode access();
}
