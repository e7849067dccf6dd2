package dev.supportpulse.intake.kafka;

import dev.supportpulse.localstack.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker that a test may kill and start again: same port, same data. */
public final class RestartableBroker implements QuarkusTestResourceLifecycleManager {

  private static final int PARTITIONS = 6;

  private @Nullable Path folder;
  private @Nullable KafkaBroker broker;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("intake-broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KafkaBroker started = KafkaBroker.start(folder, 0);
    started.createTopics(PARTITIONS);
    broker = started;
    return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartableBroker.class));
  }

  /** Ends it at once. */
  public void kill() {
    running().kill();
  }

  /** Starts it again; returns when it answers. */
  public void startAgain() {
    broker = KafkaBroker.start(Objects.requireNonNull(folder), running().port());
  }

  /** What is in its log. */
  public LogReader log() {
    return new LogReader(running());
  }

  private KafkaBroker running() {
    return Objects.requireNonNull(broker);
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
  }
}
