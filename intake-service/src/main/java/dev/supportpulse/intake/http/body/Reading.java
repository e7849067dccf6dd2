package dev.supportpulse.intake.http.body;

import dev.supportpulse.intake.http.body.Unpacking.Result.Refused;
import dev.supportpulse.intake.http.body.Unpacking.Result.Unpacked;
import dev.supportpulse.service.problem.Problem;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body to its end and passes the request on with it, or refuses it. On one event loop.
 *
 * <p>A refused body is still read, and discarded: many clients report an answer that comes while
 * they send as a broken connection. Only who sends far too much, or too slowly, is cut off.
 */
final class Reading {

  private static final long NO_TIMER = -1;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final @Nullable Coding coding;
  private final Bounds bounds;
  private final Admission.Visit visit;
  private final WorkerExecutor unpackers;

  private @Nullable Buffer received;
  private @Nullable Problem refusal;
  private long size;
  private boolean over;
  private long timer = NO_TIMER;

  /**
   * A body that nothing of has been read yet.
   *
   * @param refusal how to refuse it at its end, whatever comes; null if only what comes decides
   * @param coding null if it is refused anyway
   */
  Reading(
      RoutingContext context,
      @Nullable Problem refusal,
      @Nullable Coding coding,
      Bounds bounds,
      Admission.Visit visit,
      WorkerExecutor unpackers) {
    this.context = context;
    this.request = context.request();
    this.refusal = refusal;
    this.coding = coding;
    this.bounds = bounds;
    this.visit = visit;
    this.unpackers = unpackers;
  }

  void start() {
    request.handler(this::more);
    request.endHandler(end -> end());
    request.exceptionHandler(gone -> hungUp());
    // Nearly every body is there by now or within this turn of the event loop: no timer for those.
    context.vertx().runOnContext(turn -> startTimer());
  }

  private void hungUp() {
    stop();
    received = null;
    visit.leave();
  }

  private void startTimer() {
    if (!over) {
      timer = context.vertx().setTimer(bounds.within().toMillis(), late -> late());
    }
  }

  private void late() {
    cutOff(refusal == null ? bounds.tooSlow() : refusal);
  }

  private void more(Buffer piece) {
    size += piece.length();
    if (over) {
      return;
    }
    if (refusal == null) {
      keep(piece);
    }
    if (refusal != null) {
      received = null;
      visit.leave();
      if (bounds.hopeless(size)) {
        cutOff(refusal);
      }
    }
  }

  private void keep(Buffer piece) {
    if (size > bounds.bytes()) {
      refusal = bounds.tooLarge(size);
    } else if (visit.enter(piece.length())) {
      received = received == null ? piece : received.appendBuffer(piece);
    } else {
      refusal = Bounds.tooBusy();
    }
  }

  private void end() {
    if (over) {
      return;
    }
    stop();
    Buffer body = received == null ? Buffer.buffer() : received;
    if (refusal != null) {
      answer(refusal);
    } else if (coding == null || coding == Coding.IDENTITY) {
      pass(body);
    } else {
      unpack(body, coding);
    }
  }

  private void unpack(Buffer packed, Coding coding) {
    unpackers
        .executeBlocking(() -> Unpacking.unpack(coding, packed, bounds, visit), false)
        .onSuccess(
            result -> {
              if (result instanceof Unpacked unpacked) {
                request.headers().remove(HttpHeaders.CONTENT_ENCODING);
                pass(unpacked.body());
              } else if (result instanceof Refused refused) {
                answer(refused.problem());
              }
            })
        .onFailure(context::fail);
  }

  private void pass(Buffer body) {
    received = null;
    // As Vert.x's own body handler does: whoever asks for the body finds it there.
    ((RoutingContextInternal) context).setBody(body);
    context.next();
  }

  private void cutOff(Problem reason) {
    stop();
    Problems.sendAndClose(context, reason, bounds.retryAfter());
  }

  private void answer(Problem problem) {
    Problems.send(context, problem, bounds.retryAfter());
  }

  private void stop() {
    over = true;
    if (timer != NO_TIMER) {
      context.vertx().cancelTimer(timer);
    }
  }
}
