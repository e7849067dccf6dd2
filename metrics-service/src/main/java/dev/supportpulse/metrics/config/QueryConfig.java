package dev.supportpulse.metrics.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.metrics.query}: how questions are answered. */
@ConfigMapping(prefix = "supportpulse.metrics.query")
public interface QueryConfig {

  /** The rolling window of a summary that names none. */
  @WithDefault("P30D")
  Duration defaultWindow();

  /** How long minutes are kept; older spans are answered from quarter-hours. */
  @WithDefault("P35D")
  Duration minutesKept();

  /** How long quarter-hours are kept; older spans are answered from days. */
  @WithDefault("P400D")
  Duration quarterHoursKept();

  /** Most points of a series. */
  @WithDefault("3000")
  int maxPoints();

  /** Most rows of the buckets that are read for one question. */
  @WithDefault("2000000")
  int maxBuckets();

  /** Most cells of one answer: points × groups × figures. */
  @WithDefault("100000")
  int maxCells();

  /** Most items of a page of events. */
  @WithDefault("1000")
  int maxPageItems();

  /** Most rows of the accounting in one answer. */
  @WithDefault("10000")
  int maxAccountingRows();

  /** How long the broker may take to say how far its log reaches; then the lag is unknown. */
  @WithDefault("PT2S")
  Duration brokerTimeout();

  /** How long the database may take over one question. */
  @WithDefault("PT10S")
  Duration statementTimeout();
}
