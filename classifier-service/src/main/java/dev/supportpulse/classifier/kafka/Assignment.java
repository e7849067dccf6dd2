package dev.supportpulse.classifier.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the consumer group has given this instance its partitions. The model needs no check of
 * its own: without it the service does not start.
 */
@Readiness
@ApplicationScoped
@Identifier("assignment")
public class Assignment implements KafkaConsumerRebalanceListener, HealthCheck {

  private volatile boolean assigned;

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    assigned = true;
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    assigned = false;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("event consumer assigned").status(assigned).build();
  }
}
