package dev.supportpulse.benchmarks.count.jpa;

import dev.supportpulse.benchmarks.count.Facts;
import dev.supportpulse.benchmarks.count.PeerProcess;
import dev.supportpulse.events.Topics;
import dev.supportpulse.metrics.ledger.Fact;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;

/**
 * A consumer as one writes it first: polls, counts each record in a transaction, and commits the
 * offsets. What comes again after a crash is found by its identity.
 */
public final class JpaConsumer {

  /** Of its topics' names, and its consumer group. */
  public static final String NAME = "jpa";

  private static final int POLLED = 50;
  private static final Duration POLL = Duration.ofMillis(200);

  private JpaConsumer() {}

  /** Takes the broker's address, and the database's with user and password. */
  public static void main(String[] arguments) {
    PeerProcess.endWithParent();
    JpaLedger ledger = new JpaLedger(factory(arguments[1], arguments[2], arguments[3]));
    Facts facts = new Facts(Instant.now());
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                arguments[0],
                "group.id",
                NAME,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                POLLED),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(NAME + "." + Topics.EVENTS, NAME + "." + Topics.CLASSIFICATIONS));
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          for (Fact fact : facts.of(record)) {
            ledger.record(fact, Instant.now());
          }
        }
        consumer.commitSync();
      }
    }
  }

  /** The tables, made anew in a schema of their own. */
  static EntityManagerFactory factory(String url, String user, String password) {
    return new HibernatePersistenceConfiguration(NAME)
        .managedClasses(IdentityRow.class, LedgerRow.class, ParkedRow.class, BucketRow.class)
        .jdbcUrl(url)
        .jdbcCredentials(user, password)
        .defaultSchema(NAME)
        .schemaToolingAction(Action.CREATE_ONLY)
        .property("hibernate.hbm2ddl.create_namespaces", true)
        .property("hibernate.jdbc.batch_size", 50)
        .property("hibernate.order_inserts", true)
        .property("hibernate.order_updates", true)
        .createEntityManagerFactory();
  }
}
