package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.events.NeedCategory;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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

  /**
   * Least confidences, in [0, 1], at which a classification stands by itself (AUTO), by project and
   * category, in place of the model's own; more than 1 means never. {@code EVERY} stands for every
   * project that sets none. Doubtful SECURITY goes to REVIEW all the same.
   */
  Map<String, Map<NeedCategory, Double>> autoThresholds();

  /** The accurate tier, which reads embeddings. */
  Accurate accurate();

  /** {@code supportpulse.classifier.accurate}: costs about 50 ms of one core a text. */
  interface Accurate {

    /** Whether there is one; without it everything is classified by the fast tier only. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How long the texts of one poll may take in the accurate tier: if they would take longer, they
     * get the fast one now and the accurate one later.
     */
    @WithDefault("PT0.5S")
    Duration atOnceWithin();

    /**
     * Texts that wait for the accurate tier go on waiting so long after the last rush of events.
     */
    @WithDefault("PT1S")
    Duration quiet();

    /** But no longer than this, however long the rush lasts, before some of them get their turn. */
    @WithDefault("PT15S")
    Duration longestPause();
  }
}
