package dev.supportpulse.service.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work on one record, in the trace of its event; {@link #NONE} where it has none. */
public final class Step {

  /** Of a record that belongs to no trace. */
  public static final Step NONE = new Step(null, null);

  private static final AttributeKey<String> OUTCOME =
      AttributeKey.stringKey("supportpulse.outcome");

  private final @Nullable Span span;
  private final byte @Nullable [] header;

  private Step(@Nullable Span span, byte @Nullable [] header) {
    this.span = span;
    this.header = header;
  }

  /** One that is recorded. */
  static Step recorded(Span span, byte[] header) {
    return new Step(span, header);
  }

  /** One that nobody wants to know of: its trace only goes on. */
  static Step passedOn(byte[] header) {
    return new Step(null, header);
  }

  /** Whether anything is to be told of it. */
  public boolean isRecorded() {
    return span != null;
  }

  /** What the header {@code traceparent} of records that follow from it says; null for none. */
  public byte @Nullable [] header() {
    return header;
  }

  /** Does the work; what is logged meanwhile names the trace. */
  public <T> T during(Supplier<T> work) {
    if (span == null) {
      return work.get();
    }
    Scope scope = span.makeCurrent();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  /**
   * It is done.
   *
   * @param outcome what became of the record, in a word
   */
  public void done(String outcome) {
    if (span != null) {
      span.setAttribute(OUTCOME, outcome).end();
    }
  }

  /**
   * It failed.
   *
   * @param code the kind of failure, never what a user wrote
   */
  public void failed(String code) {
    if (span != null) {
      span.setStatus(StatusCode.ERROR, code).end();
    }
  }
}
