package dev.supportpulse.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.IncomeRecorded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class MarkersTest {

  @Test
  void there_are_as_many_as_can_be_read() {
    Markers markers = new Markers("orchard");
    for (int number = 1; number < Markers.MOST; number++) {
      markers.next(Instant.EPOCH);
    }
    byte[] last = markers.next(Instant.EPOCH).value();

    assertThat(EventCodec.decodeData(EventType.INCOME_RECORDED, last))
        .isInstanceOf(IncomeRecorded.class);
    assertThatThrownBy(() -> markers.next(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_sum_tells_which_were_counted() throws JsonProcessingException {
    Markers markers = new Markers("orchard");
    BigDecimal sum = BigDecimal.ZERO;
    for (int number = 0; number < 200; number++) {
      assertThat(markers.sent()).isEqualTo(number);
      ProducerRecord<byte[], byte[]> marker = markers.next(Instant.EPOCH);
      if (number == 3 || number == 150) {
        IncomeRecorded income =
            (IncomeRecorded) EventCodec.decodeData(EventType.INCOME_RECORDED, marker.value());
        sum = sum.add(income.amount());
      }
    }
    String amounts =
        """
        [{"currency": "USD", "value": "7.50"}, {"currency": "XTS", "value": "%s"}]
        """
            .formatted(sum.toPlainString());

    assertThat(Markers.counted(new JsonMapper().readTree(amounts)))
        .isEqualTo(BigInteger.ZERO.setBit(3).setBit(150));
    assertThat(Markers.counted(new JsonMapper().readTree("[]")).signum()).isZero();
  }
}
