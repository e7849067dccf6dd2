package dev.supportpulse.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.redrive.*}: what is done about rejected events and dead letters. */
@ConfigMapping(prefix = "supportpulse.redrive")
public interface RedriveConfig {

  /** A letter that was tried so often in vain is parked by itself. */
  @WithDefault("5")
  int maxAttempts();

  /** The most letters of one answer, and of one redrive. */
  @WithDefault("1000")
  int maxLetters();

  /** How many records one request looks at; the answer says where to go on. */
  @WithDefault("100000")
  int maxLooked();

  /** How many letters of a topic are counted by code and state: the newest; some 60 bytes each. */
  @WithDefault("100000")
  int maxCounted();

  /** How often the counts in health and metrics are made anew. */
  @WithDefault("PT30S")
  Duration countEvery();

  /** How long a request waits for the log; then it is answered 503. */
  @WithDefault("PT5S")
  Duration patience();
}
