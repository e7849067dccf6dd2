package dev.supportpulse.intake.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code supportpulse.intake.*}: the settings of intake-service. */
@ConfigMapping(prefix = "supportpulse.intake")
public interface IntakeConfig {

  /**
   * The key of the digest: at least 32 bytes in hexadecimal or base64. It belongs to the
   * installation and is never rotated. Either this or {@code digest-key-file} must be given.
   */
  Optional<String> digestKey();

  /** A file with the key of the digest, such as a mounted secret. */
  Optional<Path> digestKeyFile();

  /** The largest event. */
  @WithDefault("1M")
  MemorySize maxEventSize();

  /** The largest request body, packed and unpacked. */
  @WithDefault("10M")
  MemorySize maxRequestSize();

  /** How long a request body may take to arrive; slower ones are answered 408. */
  @WithDefault("PT10S")
  Duration receiveWithin();

  /** How many gzip or zstd bodies are unpacked at once, each in at most 8 MiB beside the body. */
  @WithDefault("2")
  int unpackThreads();

  /** How many bytes of requests may be worked on at once; more are answered 503. */
  @WithDefault("16M")
  MemorySize maxInFlightSize();

  /**
   * How much of what the others leave of {@code max-in-flight-size} one caller may take; above 0
   * and at most 1. Who has that much already is answered 503 while others are let in.
   */
  @WithDefault("0.8")
  double maxInFlightShare();

  /**
   * How many threads read batches; as many as there are processors, if left out. Half of them do
   * while single events come.
   */
  OptionalInt batchWorkers();

  /**
   * The share of their time that this half works while single events come; above 0, and at most 1,
   * with which it never rests.
   */
  @WithDefault("0.5")
  double batchShare();

  /** The most events of a batch. */
  @WithDefault("1000")
  int maxBatchEvents();

  /** How deep the objects and arrays of an event may be nested. */
  @WithDefault("32")
  int maxNesting();

  /** How far an event's time may be ahead of the clock here; more is rejected. */
  @WithDefault("PT5M")
  Duration maxAhead();

  /** How long facts are kept (the ledger's retention); older events are quarantined. */
  @WithDefault("P400D")
  Duration retention();

  /** How long a request waits for the log's acknowledgement; then it is answered 503. */
  @WithDefault("PT1.5S")
  Duration acknowledgeWithin();

  /** When a client is told to try again after a 503. */
  @WithDefault("PT2S")
  Duration retryAfter();

  /** How much may wait for acknowledgement in memory. */
  @WithDefault("32M")
  MemorySize bufferSize();

  /** The largest record; topics and broker must take as much: an event with its headers. */
  @WithDefault("4M")
  MemorySize maxRecordSize();

  /** How many published events are remembered, to tell duplicates and conflicts at once. */
  @WithDefault("100000")
  long rememberedEvents();

  /** Where metrics-service is reached by whoever gets our links. */
  @WithDefault("http://127.0.0.1:8083")
  URI metricsUrl();

  /** Where metrics-service is reached from here, to ask for the accounting. */
  @WithDefault("${supportpulse.intake.metrics-url:http://127.0.0.1:8083}")
  URI accountingUrl();

  /** How long metrics-service may take to tell the accounting. */
  @WithDefault("PT10S")
  Duration accountingWithin();
}
