package dev.supportpulse.benchmarks.peer;

import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.kafka.ProducerSettings;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The bare Vert.x handler: takes a body, looks at nothing in it, produces the same bytes as intake
 * does and answers after the acknowledgement. Ends when its standard input does.
 */
final class BareHandler extends AbstractVerticle {

  /** As many event loops as Quarkus gives a service. */
  private static final int EVENT_LOOPS = 2 * Runtime.getRuntime().availableProcessors();

  // Intake's defaults.
  private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofMillis(1500);
  private static final long BUFFER_BYTES = 32 * 1024 * 1024;

  private final Producer<String, byte[]> producer;
  private final SameRecord records;
  private final int port;

  private BareHandler(Producer<String, byte[]> producer, SameRecord records, int port) {
    this.producer = producer;
    this.records = records;
    this.port = port;
  }

  /** Takes the port to listen on and the broker's address. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    Producer<String, byte[]> producer = producer(arguments[1]);
    Instant now = Instant.now();
    SameRecord records = new SameRecord(SampleEvent.at(now), now);
    Vertx.vertx()
        .deployVerticle(
            () -> new BareHandler(producer, records, port),
            new DeploymentOptions().setInstances(EVENT_LOOPS))
        .onFailure(failure -> System.exit(1));
    while (System.in.read() >= 0) {
      // Nobody writes; the end says that whoever started us is gone.
    }
    System.exit(0);
  }

  /** A producer with intake's settings. */
  static Producer<String, byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        ProducerSettings.of(
            Map.of("bootstrap.servers", bootstrapServers), ACKNOWLEDGE_WITHIN, BUFFER_BYTES),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void start(Promise<Void> started) {
    vertx
        .createHttpServer()
        .requestHandler(this::take)
        .listen(port)
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void take(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          Future<RecordMetadata> unused = // the callback tells the same
              producer.send(
                  records.next(Topics.EVENTS),
                  (metadata, failure) ->
                      context.runOnContext(
                          done ->
                              request
                                  .response()
                                  .setStatusCode(failure == null ? 202 : 503)
                                  .end("{\"status\":\"ACCEPTED\"}")));
        });
  }
}
