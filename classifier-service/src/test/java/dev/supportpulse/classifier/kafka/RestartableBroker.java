package dev.supportpulse.classifier.kafka;

import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker that a test may kill and start again where it was. */
public final class RestartableBroker implements QuarkusTestResourceLifecycleManager {

  private @Nullable Path folder;
  private @Nullable KafkaBroker broker;

  @Override
  public Map<String, String> start() {
    try {
      Path newFolder = Files.createTempDirectory(Path.of("target"), "broker");
      folder = newFolder;
      KafkaBroker first = KafkaBroker.start(newFolder, 0);
      first.createTopics(KafkaTestResource.PARTITIONS);
      broker = first;
      return Map.of("kafka.bootstrap.servers", first.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    Objects.requireNonNull(broker, "not started").kill();
  }

  /** On the same port, with what it had. */
  void startAgain() {
    int port = Objects.requireNonNull(broker, "not started").port();
    broker = KafkaBroker.start(Objects.requireNonNull(folder, "not started"), port);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartableBroker.class));
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
  }
}
