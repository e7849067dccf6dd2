package dev.supportpulse.systemtests;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A client that sends one request after another, each again and again until it is acknowledged: as
 * upstream systems are asked to.
 */
final class Insistent implements Callable<Insistent.Report> {

  /** Where all its events go. */
  static final String PROJECT = "kept";

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Supplier<URI> intake;
  private final String name;
  private final int batch;
  private final Duration rest;
  private final AtomicBoolean enough;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> acknowledged = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();
  private int unavailable;
  private int unanswered;

  /**
   * A client.
   *
   * @param intake whom to ask next
   * @param name begins the ids of its events
   * @param batch how many events a request has; 1 sends them one by one
   * @param rest how long it waits before the next request
   * @param enough ends it, when its last request is acknowledged
   */
  Insistent(Supplier<URI> intake, String name, int batch, Duration rest, AtomicBoolean enough) {
    this.intake = intake;
    this.name = name;
    this.batch = batch;
    this.rest = rest;
    this.enough = enough;
  }

  /**
   * What it was told.
   *
   * @param acknowledged the ids of the events, all of which were acknowledged in the end
   * @param unavailable how often it was told 503 or 429
   * @param unanswered how often the connection broke
   * @param unexpected every other answer
   */
  record Report(
      List<String> acknowledged, int unavailable, int unanswered, List<String> unexpected) {}

  @Override
  public Report call() throws InterruptedException {
    for (int number = 0; !enough.get(); number += batch) {
      List<String> ids = new ArrayList<>(batch);
      for (int i = 0; i < batch; i++) {
        ids.add(name + "-" + (number + i));
      }
      String body = body(ids);
      while (!isAcknowledged(request(body))) {
        Thread.sleep(PAUSE.toMillis());
      }
      acknowledged.addAll(ids);
      Thread.sleep(rest.toMillis());
    }
    return new Report(acknowledged, unavailable, unanswered, unexpected);
  }

  private boolean isAcknowledged(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 503 || answer.statusCode() == 429) {
        unavailable++;
      } else if (answer.statusCode() != 202) {
        unexpected.add(answer.statusCode() + " " + answer.body());
      }
      return answer.statusCode() == 202;
    } catch (IOException e) {
      unanswered++;
      return false;
    }
  }

  private String body(List<String> ids) {
    ArrayNode array = EventCodec.mapper().createArrayNode();
    ids.forEach(id -> array.add(event(id)));
    return (batch == 1 ? array.get(0) : array).toString();
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(intake.get().resolve("/v1/events"))
        .timeout(ANSWERED_WITHIN)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static ObjectNode event(String id) {
    ObjectNode event = EventCodec.mapper().createObjectNode();
    event.put("project", PROJECT).put("source", "/load").put("id", id);
    event.put("type", "dev.supportpulse.feedback.submitted");
    event.putObject("data").put("sentiment", "POSITIVE").put("text", "It survives, number " + id);
    return event;
  }
}
