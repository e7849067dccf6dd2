package dev.supportpulse.metrics.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Topics;
import dev.supportpulse.service.trace.Tracing;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.EVENTS, 3);
  private static final List<String> TRACES =
      List.of("1".repeat(32), "2".repeat(32), "3".repeat(32));

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final Steps steps = new Steps(Tracing.by(provider.get("test")));

  @Test
  void eachRecordOfABatchIsDoneInItsOwnTraceWhenItIsCounted() {
    begin(7, TRACES.get(0));
    begin(8, TRACES.get(1));
    begin(9, TRACES.get(2));
    assertThat(spans.getFinishedSpanItems()).isEmpty();

    steps.counted(PARTITION, 9);

    assertThat(spans.getFinishedSpanItems())
        .extracting(span -> span.getTraceId())
        .containsExactlyElementsOf(TRACES.subList(0, 2));
  }

  @Test
  void aRecordThatComesAgainIsDoneOnce() {
    begin(7, TRACES.get(0));
    begin(8, TRACES.get(1));
    begin(7, TRACES.get(0));

    steps.counted(PARTITION, 8);

    assertThat(spans.getFinishedSpanItems())
        .extracting(span -> span.getTraceId())
        .containsExactly(TRACES.get(0));
  }

  @Test
  void whatAnotherInstanceReadsIsForgotten() {
    begin(7, TRACES.get(0));

    steps.keepOnly(List.of());
    steps.counted(PARTITION, 8);

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  private void begin(long offset, String trace) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[0]);
    byte[] header =
        "00-%s-00f067aa0ba902b7-01".formatted(trace).getBytes(StandardCharsets.US_ASCII);
    record.headers().add("traceparent", header);
    assertThat(steps.begin(record).isRecorded()).isTrue();
  }
}
