package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the samples ask of metrics-service. */
final class MetricsClient {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI projects;
  private final @Nullable String key;

  MetricsClient(SampleTarget target) {
    this.projects = target.metrics().resolve("/v1/projects/");
    this.key = target.key();
  }

  /**
   * Sets reference data; setting it again changes nothing.
   *
   * @throws ReplayFailed if it isn't taken
   */
  void put(ReferenceData data) throws InterruptedException {
    URI address = projects.resolve(data.project() + "/" + data.resource());
    try {
      byte[] body = EventCodec.mapper().writeValueAsBytes(data.body());
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", "application/json")
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
      if (answer.statusCode() / 100 != 2) {
        throw new ReplayFailed(
            "PUT " + address + " answered " + answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new ReplayFailed("PUT " + address + " failed: " + e.getMessage(), e);
    }
  }

  /**
   * The summary of one project, ungrouped.
   *
   * @param window its length as an ISO 8601 duration
   * @param at when it ends
   * @throws IOException if there is no answer, or none that is a summary
   */
  JsonNode summary(String project, String window, Instant at)
      throws IOException, InterruptedException {
    URI address = projects.resolve(project + "/summary?window=" + window + "&at=" + at);
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + address + " answered " + answer.statusCode());
    }
    return EventCodec.mapper().readTree(answer.body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return http.send(
        request.header("Accept", "application/json").timeout(PATIENCE).build(),
        BodyHandlers.ofString());
  }
}
