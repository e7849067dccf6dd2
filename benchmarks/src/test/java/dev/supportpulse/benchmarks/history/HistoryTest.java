package dev.supportpulse.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.benchmarks.count.Facts;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final int RECORDS = 20_000;

  private final Instant start = Instant.now().minus(Duration.ofHours(1));

  @Test
  void it_holds_what_makes_counting_hard() {
    Set<EventKey> seen = new HashSet<>();
    Map<EventType, Integer> types = new HashMap<>();
    int again = 0;
    int late = 0;
    int voids = 0;
    int needs = 0;
    for (Fact fact : facts(new History(1, start, Duration.ofMillis(10)))) {
      if (fact instanceof Fact.EventArrived event) {
        types.merge(EventType.of(event.data()), 1, Integer::sum);
        again += seen.add(event.key()) ? 0 : 1;
        late += event.occurredAt().isBefore(start) ? 1 : 0;
        voids += event.data() instanceof EventVoided ? 1 : 0;
      } else if (fact instanceof Fact.NeedFound) {
        needs++;
      }
    }
    int events = RECORDS - needs;

    assertThat(seen.stream().map(EventKey::project)).contains("orchard", "thimble");
    assertThat(types).hasSize(12);
    assertThat((double) again / events).isBetween(0.03, 0.05);
    assertThat((double) late / events).isBetween(0.04, 0.06);
    assertThat((double) voids / events).isBetween(0.002, 0.008);
    assertThat((double) needs / events).isBetween(0.4, 0.8);
  }

  @Test
  void equal_seeds_give_equal_histories() {
    History one = new History(3, start, Duration.ofMillis(10));
    History other = new History(3, start, Duration.ofMillis(10));
    for (int i = 0; i < 1000; i++) {
      ProducerRecord<byte[], byte[]> record = one.next();
      assertThat(Arrays.equals(record.value(), other.next().value())).isTrue();
    }
  }

  private static List<Fact> facts(History history) {
    Facts facts = new Facts(Instant.now());
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      ProducerRecord<byte[], byte[]> record = history.next();
      all.addAll(
          facts.of(
              new ConsumerRecord<>(
                  record.topic(),
                  0,
                  i,
                  0,
                  TimestampType.LOG_APPEND_TIME,
                  0,
                  0,
                  record.key(),
                  record.value(),
                  record.headers(),
                  Optional.empty())));
    }
    return all;
  }
}
