package dev.supportpulse.intake.kafka;

import dev.supportpulse.events.Topics;
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
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the broker answers and has the topics; it recovers by itself. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

  private static final List<String> TOPICS = List.of(Topics.EVENTS, Topics.REJECTED);
  private static final int ANSWER_WITHIN_MS = 1500;

  private final Admin admin;

  BrokerReadiness(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "intake-readiness");
    settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    admin = Admin.create(settings);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("log");
    try {
      admin.describeTopics(TOPICS).allTopicNames().get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
      return response.up().build();
    } catch (ExecutionException e) {
      return response.down().withData("reason", String.valueOf(e.getCause())).build();
    } catch (TimeoutException e) {
      return response.down().withData("reason", "the broker doesn't answer").build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return response.down().withData("reason", "interrupted").build();
    }
  }

  @PreDestroy
  void close() {
    admin.close();
  }
}
