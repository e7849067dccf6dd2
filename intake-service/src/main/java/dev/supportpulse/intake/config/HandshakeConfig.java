package dev.supportpulse.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalInt;

/** {@code supportpulse.intake.handshake.*}: whom we agree to be sent events by. */
@ConfigMapping(prefix = "supportpulse.intake.handshake")
public interface HandshakeConfig {

  /**
   * Which origins may send, such as {@code eventemitter.example.com}; {@code *} means all. The
   * handshake protects senders from being sent here against our will; who may send is decided by
   * keys and signatures, so the default is all.
   */
  @WithDefault("*")
  List<String> allowedOrigins();

  /** How many requests a minute a sender may make; any number, if it is left out. */
  OptionalInt allowedRate();
}
