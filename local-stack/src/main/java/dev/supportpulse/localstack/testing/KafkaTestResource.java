package dev.supportpulse.localstack.testing;

import dev.supportpulse.localstack.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A broker on a free port with all topics, {@value #PARTITIONS} partitions each; a test's field of
 * type {@link KafkaBroker} receives it.
 */
public final class KafkaTestResource implements QuarkusTestResourceLifecycleManager {

  /** The partition count of the keyed topics. */
  public static final int PARTITIONS = 6;

  private @Nullable TemporaryFolder folder;
  private @Nullable KafkaBroker broker;

  @Override
  public Map<String, String> start() {
    TemporaryFolder newFolder = TemporaryFolder.create("kafka");
    folder = newFolder;
    KafkaBroker newBroker = KafkaBroker.start(newFolder.path(), 0);
    broker = newBroker;
    newBroker.createTopics(PARTITIONS);
    return Map.of("kafka.bootstrap.servers", newBroker.bootstrapServers());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(broker, new TestInjector.MatchesType(KafkaBroker.class));
  }

  @Override
  public void stop() {
    if (broker != null) {
      broker.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
