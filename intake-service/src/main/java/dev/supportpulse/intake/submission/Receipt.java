package dev.supportpulse.intake.submission;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a request was received, what its sender may send, and which trace it belongs to. Of one
 * request, so for one thread at a time.
 */
public final class Receipt {

  private final Instant receivedAt;
  private final Scope scope;
  private final Supplier<String> ids;
  private final @Nullable String traceparent;
  private @Nullable String id;

  /**
   * A receipt.
   *
   * @param ids draws an id that no other request has
   * @param scope the projects that the sender may send events of
   * @param traceparent the trace that its events belong to; null for none
   */
  public Receipt(
      Supplier<String> ids, Instant receivedAt, Scope scope, @Nullable String traceparent) {
    this.ids = ids;
    this.receivedAt = receivedAt;
    this.scope = scope;
    this.traceparent = traceparent;
  }

  /** Under that id. */
  public Receipt(String id, Instant receivedAt, Scope scope) {
    this(() -> id, receivedAt, scope, null);
  }

  /** Under that id, of a sender that is trusted with every project. */
  public Receipt(String id, Instant receivedAt) {
    this(id, receivedAt, Scope.EVERY_PROJECT);
  }

  /**
   * Unique for each request; names events that don't name themselves. Most do, so it is drawn when
   * it is asked for.
   */
  public String id() {
    String known = id;
    if (known == null) {
      known = ids.get();
      id = known;
    }
    return known;
  }

  /** When the request was received. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** The projects that it may have events of. */
  public Scope scope() {
    return scope;
  }

  /** The trace that its events belong to, as the header {@code traceparent} says it. */
  public @Nullable String traceparent() {
    return traceparent;
  }
}
