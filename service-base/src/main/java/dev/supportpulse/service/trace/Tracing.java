package dev.supportpulse.service.trace;

import dev.supportpulse.events.TraceParent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Carries traces from requests to records and from record to record (ADR 0041). While it is off,
 * what a sender says of its trace is passed on as it is, and nothing else is done.
 *
 * <p>Spans of records name kinds of work, topics and outcomes; never an identity or a text.
 */
@Singleton
public class Tracing {

  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");

  private final @Nullable Tracer tracer;

  @Inject
  Tracing(
      OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    this(off ? null : telemetry.getTracer("dev.supportpulse"));
  }

  private Tracing(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  /** One that passes on only. */
  public static Tracing off() {
    return new Tracing(null);
  }

  /** One that records. */
  public static Tracing by(Tracer tracer) {
    return new Tracing(tracer);
  }

  /**
   * The trace of what a request asks for: that of the span in whose scope it is answered.
   *
   * @param header what the request's header {@code traceparent} says
   * @return what the same header of its records says; null if they belong to no trace
   */
  public @Nullable String ofRequest(@Nullable String header) {
    if (tracer == null) {
      return TraceParent.isOne(header) ? header : null;
    }
    SpanContext current = Span.current().getSpanContext();
    return current.isValid() ? text(current) : null;
  }

  /**
   * Begins work on a record, in the record's own trace, whatever else is in its batch.
   *
   * @param header what the record's header {@code traceparent} says
   * @param work what is done, such as {@code classify}
   */
  public Step ofRecord(byte @Nullable [] header, String work, String topic) {
    if (header == null) {
      return Step.NONE;
    }
    String traceparent = new String(header, StandardCharsets.US_ASCII);
    if (!TraceParent.isOne(traceparent)) {
      return Step.NONE;
    }
    if (tracer == null) {
      return Step.passedOn(header);
    }
    Span span =
        tracer
            .spanBuilder(work + " " + topic)
            .setParent(Context.root().with(Span.wrap(remote(traceparent))))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(SYSTEM, "kafka")
            .setAttribute(TOPIC, topic)
            .startSpan();
    SpanContext context = span.getSpanContext();
    return context.isSampled()
        ? Step.recorded(span, text(context).getBytes(StandardCharsets.US_ASCII))
        : Step.passedOn(header);
  }

  private static SpanContext remote(String traceparent) {
    return SpanContext.createFromRemoteParent(
        traceparent.substring(3, 35),
        traceparent.substring(36, 52),
        TraceFlags.fromHex(traceparent, 53),
        TraceState.getDefault());
  }

  private static String text(SpanContext context) {
    return "00-"
        + context.getTraceId()
        + "-"
        + context.getSpanId()
        + "-"
        + context.getTraceFlags().asHex();
  }
}
