package dev.supportpulse.benchmarks.count;

import dev.supportpulse.metrics.kafka.Decoded;
import dev.supportpulse.metrics.kafka.FactDecoder;
import dev.supportpulse.metrics.ledger.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records as metrics-service does. */
public final class Facts {

  private static final int DAYS = 400;
  private static final int AHEAD = 3;

  private final FactDecoder decoder;

  /** Of a ledger that is kept for as long as the service's. */
  public Facts(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.decoder = new FactDecoder(today.minusDays(DAYS), today.plusDays(AHEAD));
  }

  /** What a record says; nothing if it can't be counted. */
  public List<Fact> of(ConsumerRecord<byte[], byte[]> record) {
    return decoder.decode(record) instanceof Decoded.Countable countable
        ? List.of(countable.fact())
        : List.of();
  }
}
