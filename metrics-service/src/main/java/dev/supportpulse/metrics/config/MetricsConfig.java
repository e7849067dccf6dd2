package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** {@code supportpulse.metrics}: how facts are counted and how long they are kept. */
@ConfigMapping(prefix = "supportpulse.metrics")
public interface MetricsConfig {

  /** How many days of event time the ledger holds; an older event is set aside, not counted. */
  @WithDefault("400")
  int ledgerDays();

  /** How many stripes the buckets have, so that writers of a hot project don't wait in line. */
  @WithDefault("8")
  int stripes();

  /** How long after its end a minute counts as fresh; a later change of it is a restatement. */
  @WithDefault("PT5M")
  Duration restatementGrace();

  /** Where classifier-service is reached from here, to ask it for what users ask about. */
  @WithDefault("http://127.0.0.1:8082")
  URI classifierUrl();

  /** How long it may take to tell that. */
  @WithDefault("PT10S")
  Duration classifierWithin();

  /** Reading the topics. */
  Consumer consumer();

  /** Reading the topics. */
  interface Consumer {

    /** Consumer group of all instances. */
    @WithDefault("metrics-service")
    String groupId();

    /** About how many records are counted in one transaction at the most. */
    @WithDefault("10000")
    int batchRecords();

    /** Most bytes that are fetched of one partition at once. */
    @WithDefault("524288")
    int partitionBytes();

    /** How long a poll waits for records. */
    @WithDefault("PT0.2S")
    Duration pollTimeout();

    /** Pause before a failed transaction is tried again; doubles up to 30 times of it. */
    @WithDefault("PT0.2S")
    Duration retryPause();

    /** How long after its last sign of life a killed instance's partitions go to the others. */
    @WithDefault("PT10S")
    Duration sessionTimeout();

    /** How often in a row a partition may be lost while it is ours before the consumer stops. */
    @WithDefault("3")
    int maxFences();
  }
}
