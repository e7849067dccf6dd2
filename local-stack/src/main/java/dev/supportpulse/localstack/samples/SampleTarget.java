package dev.supportpulse.localstack.samples;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A running system that the samples are for.
 *
 * @param intake base address of intake-service
 * @param metrics base address of metrics-service
 * @param key an API key of role OPERATOR for the samples' projects; null where access is open
 */
public record SampleTarget(URI intake, URI metrics, @Nullable String key) {

  /** Not to be logged by mistake. */
  @Override
  public String toString() {
    return intake + " and " + metrics;
  }
}
