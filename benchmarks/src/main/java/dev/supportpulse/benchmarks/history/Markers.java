package dev.supportpulse.benchmarks.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.IncomeRecorded;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events that a sum tells apart: the income of the n-th is the n-th power of two, in the currency
 * that ISO 4217 keeps for tests. Sums are exact, so each marker is one bit of the project's income.
 * There can be {@value #MOST}: JSON's reader takes numbers of up to a thousand digits.
 */
public final class Markers {

  /** How many markers there can be. */
  public static final int MOST = 3_300;

  private static final String CURRENCY = "XTS";
  private static final int DIGEST_BYTES = 32;

  private final String project;
  private int sent;

  /** Markers of that project. */
  public Markers(String project) {
    this.project = project;
  }

  /** How many there were: the number of the next. */
  public int sent() {
    return sent;
  }

  /** The next marker, which happened then. */
  public ProducerRecord<byte[], byte[]> next(Instant at) {
    if (sent == MOST) {
      throw new IllegalStateException("that was the last of %d markers".formatted(MOST));
    }
    BigDecimal amount = new BigDecimal(BigInteger.TWO.pow(sent));
    SupportEvent event =
        new SupportEvent(
            project,
            "/markers",
            "marker-" + sent++,
            at,
            null,
            at,
            Digest.ofBytes(new byte[DIGEST_BYTES]),
            new IncomeRecorded(amount, CURRENCY, null, null, null, null, null));
    return KafkaMessageFactory.<byte[]>createWriter(
            Topics.EVENTS, null, null, event.key().hex().getBytes(StandardCharsets.UTF_8))
        .writeBinary(EventCodec.encode(event));
  }

  /**
   * Which markers were counted, one bit each.
   *
   * @param amounts of the income, by currency, as a summary has them
   */
  public static BigInteger counted(JsonNode amounts) {
    for (JsonNode amount : amounts) {
      if (amount.path("currency").asText().equals(CURRENCY)) {
        return new BigDecimal(amount.path("value").asText()).toBigInteger();
      }
    }
    return BigInteger.ZERO;
  }
}
