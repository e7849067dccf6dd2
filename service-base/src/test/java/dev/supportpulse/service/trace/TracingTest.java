package dev.supportpulse.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TracingTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final String NOT_SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder()
          .setSampler(Sampler.parentBased(Sampler.alwaysOff()))
          .addSpanProcessor(SimpleSpanProcessor.create(spans))
          .build();
  private final Tracing tracing = Tracing.by(provider.get("test"));

  @Test
  void aRecordGoesOnInItsOwnTraceAndWhatFollowsFromItBelow() {
    Step classify = tracing.ofRecord(bytes(SAMPLED), "classify", "support.events");
    classify.done("Classified");
    tracing.ofRecord(classify.header(), "count", "support.classifications").done("counted");

    SpanData classified = spans.getFinishedSpanItems().get(0);
    SpanData counted = spans.getFinishedSpanItems().get(1);
    assertThat(classified.getName()).isEqualTo("classify support.events");
    assertThat(classified.getTraceId()).isEqualTo(TRACE);
    assertThat(classified.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(counted.getTraceId()).isEqualTo(TRACE);
    assertThat(counted.getParentSpanId()).isEqualTo(classified.getSpanId());
  }

  @Test
  void recordsOfARequestBelongToTheSpanThatAnswersIt() {
    Step request = tracing.ofRecord(bytes(SAMPLED), "answer", "t");

    assertThat(request.during(() -> bytes(String.valueOf(tracing.ofRequest("whatever")))))
        .isEqualTo(request.header());
    assertThat(tracing.ofRequest(SAMPLED)).as("outside of every span").isNull();
  }

  @Test
  void whatNobodyWantsToKnowIsNotRecordedAndItsTraceGoesOn() {
    Step step = tracing.ofRecord(bytes(NOT_SAMPLED), "count", "t");
    step.done("counted");

    assertThat(step.isRecorded()).isFalse();
    assertThat(step.header()).isEqualTo(bytes(NOT_SAMPLED));
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void offItPassesOnWhatTheSenderSays() {
    Tracing off = Tracing.off();

    assertThat(off.ofRequest(SAMPLED)).isEqualTo(SAMPLED);
    assertThat(off.ofRequest("rm -rf")).isNull();
    assertThat(off.ofRequest(null)).isNull();
    Step step = off.ofRecord(bytes(SAMPLED), "count", "t");
    assertThat(step.isRecorded()).isFalse();
    assertThat(step.header()).isEqualTo(bytes(SAMPLED));
  }

  @Test
  void aRecordWithoutATraceBeginsNone() {
    assertThat(tracing.ofRecord(null, "count", "t")).isSameAs(Step.NONE);
    assertThat(tracing.ofRecord(bytes("00-nonsense"), "count", "t")).isSameAs(Step.NONE);
    assertThat(Step.NONE.header()).isNull();
  }

  @Test
  void aFailureIsTold() {
    tracing.ofRecord(bytes(SAMPLED), "count", "t").failed("OUT_OF_RANGE");

    assertThat(spans.getFinishedSpanItems().get(0).getStatus())
        .isEqualTo(StatusData.create(StatusCode.ERROR, "OUT_OF_RANGE"));
  }

  @Test
  void theSpanIsCurrentDuringTheWorkOnly() {
    Step step = tracing.ofRecord(bytes(SAMPLED), "count", "t");

    assertThat(step.during(() -> Span.current().getSpanContext().getTraceId())).isEqualTo(TRACE);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  private static byte[] bytes(String header) {
    return header.getBytes(StandardCharsets.US_ASCII);
  }
}
