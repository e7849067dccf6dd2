package dev.supportpulse.intake.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the producer is set so that an acknowledgement means durable, and its absence shows soon. */
public final class ProducerSettings {

  /** The broker's limit is the same; an event of the largest size fits with its headers. */
  private static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  /** Which part of a client's wait one call may block the sender, who sends for all. */
  private static final int PARTS_OF_PATIENCE = 5;

  /**
   * How many bytes for one partition go in one request at most. With the default of 16 KiB
   * somebody's flood fills dozens of batches, and everybody's next event waits until they are sent
   * one by one.
   */
  private static final int BATCH_BYTES = 128 * 1024;

  private ProducerSettings() {}

  /**
   * Our settings over the connection settings of an installation.
   *
   * @param acknowledgeWithin how long a client waits; the producer gives up before
   * @param bufferBytes how much may wait for acknowledgement
   */
  public static Map<String, Object> of(
      Map<String, Object> connection, Duration acknowledgeWithin, long bufferBytes) {
    long block = acknowledgeWithin.toMillis() / PARTS_OF_PATIENCE;
    long delivery = acknowledgeWithin.toMillis() - block;
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "intake");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, block);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) delivery - 100);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    return settings;
  }
}
