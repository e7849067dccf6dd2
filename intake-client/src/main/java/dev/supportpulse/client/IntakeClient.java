package dev.supportpulse.client;

import dev.supportpulse.client.generated.ApiClient;
import dev.supportpulse.client.generated.ApiException;
import dev.supportpulse.client.generated.EventsApi;
import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Status;
import dev.supportpulse.events.SupportEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to intake-service and returns when each of them was accepted, set aside or refused.
 * While intake is busy or away it waits and sends the same events again, which is safe: an identity
 * counts once. Thread-safe; make one and keep it.
 */
public final class IntakeClient {

  private final EventsApi api;
  private final URI address;
  private final Duration patience;
  private final BatchLimits limits;
  private final Backoff backoff;
  private final Consumer<String> waiting;

  private IntakeClient(Builder builder) {
    this.address = builder.address;
    this.patience = builder.patience;
    this.limits = builder.limits;
    this.backoff = builder.backoff;
    this.waiting = builder.waiting;
    ApiClient client = new ApiClient();
    client.setHttpClientBuilder(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(builder.answerWithin));
    client.setReadTimeout(builder.answerWithin);
    client.updateBaseUri(address.toString().replaceFirst("/+$", ""));
    String key = builder.key;
    if (key != null) {
      client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    }
    this.api = new EventsApi(client);
  }

  /**
   * A client of the intake at that base address, such as {@code http://127.0.0.1:8081}.
   *
   * @throws IllegalArgumentException if it is no HTTP address
   */
  public static Builder at(URI address) {
    return new Builder(address);
  }

  /**
   * Sends events in as many requests as it takes, one after another.
   *
   * @return one result for each event, in their order; {@code index} counts through all of them
   * @throws IntakeRefused if a request is refused whole; earlier requests were taken
   * @throws IntakeUnavailable if intake stays unable to take one; earlier requests were taken
   */
  public List<BatchResult> send(List<SupportEvent> events) throws InterruptedException {
    List<BatchResult> results = new ArrayList<>(events.size());
    for (List<EventJson> batch : limits.split(events.stream().map(EventJson::of).toList())) {
      int offset = results.size();
      for (BatchResult result : sendBatch(batch)) {
        results.add(result.index(offset + result.getIndex()));
      }
    }
    return results;
  }

  /**
   * Sends events in one request, again and again while intake can't take it. A request that is too
   * large is halved; an event that is too large alone is a rejected one. A result that is {@code
   * retryable} is told like any other: only the caller knows whether the event can wait.
   *
   * @return one result for each event, in their order
   * @throws IntakeRefused if the request is refused whole
   * @throws IntakeUnavailable if intake stays unable to take it
   */
  public List<BatchResult> sendBatch(List<EventJson> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      return List.of();
    }
    Instant deadline = Instant.now().plus(patience);
    for (int failures = 1; ; failures++) {
      Answer answer = post(batch);
      if (answer instanceof Answer.Told told) {
        return told.results();
      } else if (answer instanceof Answer.TooLarge large) {
        return halved(batch, large);
      } else if (answer instanceof Answer.Refused refused) {
        throw refused.why();
      } else if (answer instanceof Answer.Later later) {
        pause(failures, later, deadline);
      }
    }
  }

  private List<BatchResult> halved(List<EventJson> batch, Answer.TooLarge answer)
      throws InterruptedException {
    if (batch.size() == 1) {
      return List.of(
          new BatchResult()
              .index(0)
              .status(Status.REJECTED)
              .code(answer.problem().getCode())
              .field("")
              .message(answer.problem().getDetail())
              .retryable(false));
    }
    int middle = batch.size() / 2;
    List<BatchResult> results = new ArrayList<>(sendBatch(batch.subList(0, middle)));
    for (BatchResult result : sendBatch(batch.subList(middle, batch.size()))) {
      results.add(result.index(middle + result.getIndex()));
    }
    return results;
  }

  private Answer post(List<EventJson> batch) throws InterruptedException {
    try {
      return AnswerReader.read(
          api.postEvents(batch.stream().map(EventJson::raw).toList()), batch.size());
    } catch (ApiException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.interrupted(); // The exception tells it from here on.
        throw (InterruptedException) new InterruptedException("while sending").initCause(e);
      }
      return AnswerReader.read(e, batch.size(), Instant.now());
    }
  }

  private void pause(int failures, Answer.Later later, Instant deadline)
      throws InterruptedException {
    Duration pause =
        backoff.pause(failures, later.asked(), ThreadLocalRandom.current().nextDouble());
    if (Instant.now().plus(pause).isAfter(deadline)) {
      throw new IntakeUnavailable(
          "%s took no events for %d s; it %s"
              .formatted(address, patience.toSeconds(), later.reason()));
    }
    waiting.accept(later.reason());
    Thread.sleep(pause.toMillis());
  }

  /** What a client is made of. */
  public static final class Builder {

    private final URI address;
    private @Nullable String key;
    private Duration patience = Duration.ofMinutes(2);
    private Duration answerWithin = Duration.ofSeconds(30);
    private BatchLimits limits = BatchLimits.DEFAULT;
    private Backoff backoff = Backoff.DEFAULT;
    private Consumer<String> waiting = reason -> {};

    private Builder(URI address) {
      String scheme = String.valueOf(address.getScheme());
      if (!scheme.matches("https?") || address.getHost() == null) {
        throw new IllegalArgumentException(
            address + " is no HTTP address: give one such as http://127.0.0.1:8081");
      }
      this.address = address;
    }

    /** The API key to show; none where access is open. */
    public Builder key(@Nullable String value) {
      this.key = value;
      return this;
    }

    /** How long to repeat a request that intake can't take; 2 minutes if not said. */
    public Builder patience(Duration value) {
      this.patience = value;
      return this;
    }

    /** How long a connection, and then an answer, may take; 30 s if not said. */
    public Builder answerWithin(Duration value) {
      this.answerWithin = value;
      return this;
    }

    /** How large a request may become. */
    public Builder limits(BatchLimits value) {
      this.limits = value;
      return this;
    }

    /** Told why, from the thread that sends, each time that a request has to be repeated. */
    public Builder waiting(Consumer<String> value) {
      this.waiting = value;
      return this;
    }

    Builder backoff(Backoff value) {
      this.backoff = value;
      return this;
    }

    /** The client. */
    public IntakeClient build() {
      return new IntakeClient(this);
    }
  }
}
