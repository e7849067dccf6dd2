package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.Topics;
import dev.supportpulse.intake.config.IntakeConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready means that the broker answers and has the topics; it recovers by itself. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

  private static final List<String> TOPICS = List.of(Topics.EVENTS, Topics.REJECTED);

  private final Map<String, Object> settings;
  private final int answerWithinMs;
  private @Nullable Admin admin;

  BrokerReadiness(
      @Identifier("default-kafka-broker") Map<String, Object> connection, IntakeConfig config) {
    answerWithinMs = (int) config.acknowledgeWithin().toMillis();
    settings = new HashMap<>(connection);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "intake-readiness");
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, answerWithinMs);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, answerWithinMs);
  }

  /** A broker whose name isn't known yet may have one later. */
  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    try {
      admin().describeTopics(TOPICS).allTopicNames().get(answerWithinMs, TimeUnit.MILLISECONDS);
      return response.up().build();
    } catch (ExecutionException | KafkaException e) {
      return response.down().withData("reason", String.valueOf(e.getCause())).build();
    } catch (TimeoutException e) {
      return response.down().withData("reason", "the broker doesn't answer").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return response.down().withData("reason", "interrupted").build();
    }
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close();
    }
  }
}
