package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.mode.SupportTool;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** {@code supportpulse.classifier}: what is offered and how records are processed. */
@ConfigMapping(prefix = "supportpulse.classifier")
public interface ClassifierConfig {

  /**
   * The support tools that are offered, in the order in which {@code /support_tools} lists them.
   */
  @WithDefault("knowledge-base,online-chat,phone,remote-desktop")
  List<SupportTool> tools();

  /** BM25 score below which an article does not answer a question. */
  @WithDefault("3.0")
  double leastAnswerScore();

  /** Most texts in one call of {@code /v1/classifications}. */
  @WithDefault("1000")
  int maxBatch();

  /**
   * Pause before classifications that the broker did not take are sent again; doubles up to 30
   * times of it.
   */
  @WithDefault("PT0.5S")
  Duration retryPause();
}
