package dev.supportpulse.intake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The one place that translates outcomes into HTTP. */
final class Answers {

  private static final int MULTI_STATUS = 207;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private static final ObjectWriter EVENT = EventCodec.mapper().writerFor(EventAnswer.class);
  private static final ObjectWriter BATCH = EventCodec.mapper().writerFor(BatchAnswer.class);

  private Answers() {}

  /** 202 if the event is kept, 400 (403 for somebody else's project) if it is refused. */
  static Response single(Outcome outcome) {
    return outcome.match(
        accepted -> kept(EventAnswer.accepted(accepted)),
        duplicate -> kept(EventAnswer.duplicate(duplicate)),
        conflict -> conflict(conflict.fault()),
        quarantined -> kept(EventAnswer.quarantined(quarantined)),
        rejected -> problem(rejected.fault()));
  }

  /** 202 if all were accepted, 400 if all were refused, else 207. */
  static Response batch(List<Outcome> outcomes) {
    BatchAnswer answer = BatchAnswer.of(outcomes);
    int status =
        answer.all(Status.ACCEPTED, Status.DUPLICATE)
            ? Response.Status.ACCEPTED.getStatusCode()
            : answer.all(Status.REJECTED, Status.CONFLICT)
                ? Response.Status.BAD_REQUEST.getStatusCode()
                : MULTI_STATUS;
    return json(status, BATCH, answer);
  }

  private static Response kept(EventAnswer answer) {
    return json(Response.Status.ACCEPTED.getStatusCode(), EVENT, answer);
  }

  /** Written here and now, so that the event loop only has to send it. */
  private static Response json(int status, ObjectWriter writer, Object answer) {
    try {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(writer.writeValueAsBytes(answer))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer can always be written", e);
    }
  }

  /** 400, or 403 for somebody else's project, naming the field and the remedy. */
  static Response problem(Fault fault) {
    return problem(fault.reason() == Reason.PROJECT_FORBIDDEN ? FORBIDDEN : BAD_REQUEST, fault);
  }

  /** 409, naming the field and the remedy. */
  static Response conflict(Fault fault) {
    return problem(CONFLICT, fault);
  }

  private static Response problem(int status, Fault fault) {
    String what = fault.field().isEmpty() ? "the body" : fault.field();
    Problem problem =
        Problem.of(status, fault.reason().name(), fault.field(), what + " " + fault.message());
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  /** Passes a body that may be one event; 413 for a larger one. */
  static void requireSize(byte[] body, IntakeConfig config) {
    long limit = config.maxEventSize().asLongValue();
    if (body.length > limit) {
      throw tooLarge(
          "EVENT_TOO_LARGE",
          "the event has %d bytes; at most %d are taken: shorten it".formatted(body.length, limit));
    }
  }

  /** 413: the request is refused whole and counts as not received. */
  static ProblemException tooLarge(String code, String detail) {
    return new ProblemException(Problem.of(413, code, "", detail));
  }
}
