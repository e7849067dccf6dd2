package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.SupportEvent;
import io.cloudevents.jackson.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Posts events to intake-service in batches, a few at a time, until each is accepted. */
final class IntakeClient {

  /** Events in one request, at most. */
  static final int BATCH_SIZE = 500;

  private static final int IN_FLIGHT = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonFormat format = new JsonFormat();
  private final URI events;

  IntakeClient(URI intake) {
    this.events = intake.resolve("/v1/events");
  }

  /**
   * Posts the events; returns when all of them were accepted.
   *
   * @throws ReplayFailed at the first one that is refused, or when intake stays unavailable
   */
  void post(List<SupportEvent> toPost, Progress progress) throws InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(IN_FLIGHT);
    try {
      CompletionService<Integer> posts = new ExecutorCompletionService<>(senders);
      List<List<SupportEvent>> batches = batches(toPost);
      for (List<SupportEvent> batch : batches) {
        posts.submit(() -> postUntilAccepted(batch));
      }
      int accepted = 0;
      for (int i = 0; i < batches.size(); i++) {
        accepted += posts.take().get();
        progress.accepted(accepted, toPost.size());
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ReplayFailed failed
          ? failed
          : new ReplayFailed("Replay stopped: " + e.getCause(), e);
    } finally {
      senders.shutdownNow();
    }
  }

  private static List<List<SupportEvent>> batches(List<SupportEvent> events) {
    List<List<SupportEvent>> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += BATCH_SIZE) {
      batches.add(events.subList(from, Math.min(from + BATCH_SIZE, events.size())));
    }
    return batches;
  }

  /** Posting a batch again is safe: what was taken the first time counts as a duplicate. */
  private int postUntilAccepted(List<SupportEvent> batch) throws InterruptedException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Content-Type", "application/cloudevents-batch+json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(json(batch)))
            .build();
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (true) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 202) {
        return batch.size();
      }
      if (!worthRetrying(answer) || Instant.now().isAfter(giveUp)) {
        throw new ReplayFailed(complaint(answer));
      }
      Thread.sleep(pause(answer).toMillis());
    }
  }

  /** A JSON array of structured events is what the batch format is (CloudEvents 1.0). */
  private byte[] json(List<SupportEvent> batch) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    char separator = '[';
    for (SupportEvent event : batch) {
      json.write(separator);
      json.writeBytes(format.serialize(EventCodec.encode(event)));
      separator = ',';
    }
    json.write(']');
    return json.toByteArray();
  }

  private static boolean worthRetrying(HttpResponse<byte[]> answer) throws IOException {
    return switch (answer.statusCode()) {
      case 429, 503 -> true;
      case 207, 400 -> {
        List<JsonNode> refused = refused(answer);
        yield !refused.isEmpty()
            && refused.stream().allMatch(result -> result.path("retryable").asBoolean());
      }
      default -> false;
    };
  }

  private static Duration pause(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(DEFAULT_PAUSE);
  }

  private static String complaint(HttpResponse<byte[]> answer) throws IOException {
    String refusal =
        refused(answer).stream()
            .findFirst()
            .map(
                result ->
                    "%s: %s %s %s"
                        .formatted(
                            result.path("id").asText(),
                            result.path("code").asText(),
                            result.path("field").asText(),
                            result.path("message").asText()))
            .orElseGet(() -> new String(answer.body(), StandardCharsets.UTF_8));
    return "POST " + answer.uri() + " answered " + answer.statusCode() + ": " + refusal;
  }

  private static List<JsonNode> refused(HttpResponse<byte[]> answer) throws IOException {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    List<JsonNode> refused = new ArrayList<>();
    if (type.contains("json")) {
      for (JsonNode result : EventCodec.mapper().readTree(answer.body()).path("results")) {
        if (result.hasNonNull("code")) {
          refused.add(result);
        }
      }
    }
    return refused;
  }
}
