package dev.supportpulse.intake.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a feedback: what became of it, and where its effect shows. */
public record FeedbackAnswer(@JsonUnwrapped EventAnswer event, Links links) {

  /**
   * Where the effect shows.
   *
   * @param feedback satisfaction and profit, as the source document's service answers them
   * @param summary every figure of the project over the last day
   */
  @Schema(name = "FeedbackLinks")
  public record Links(
      @Schema(examples = "http://127.0.0.1:8083/feedback") String feedback,
      @Schema(examples = "http://127.0.0.1:8083/v1/projects/default/summary?window=PT24H")
          String summary) {

    static Links of(String metricsUrl, String project) {
      return new Links(
          metricsUrl + "/feedback",
          metricsUrl + "/v1/projects/" + project + "/summary?window=PT24H");
    }
  }
}
