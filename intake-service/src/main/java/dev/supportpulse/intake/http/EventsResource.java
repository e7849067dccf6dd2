package dev.supportpulse.intake.http;

import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.json.NotJson;
import dev.supportpulse.intake.json.StrictJson;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.OwnAuthentication;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Quotas;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/events} in every format. */
@Path("/v1/events")
@Tag(name = "events", description = "Takes the events of upstream systems")
public class EventsResource {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  private final Formats formats;
  private final Desk desk;
  private final Quotas quotas;
  private final Handshake handshake;
  private final BatchWorkers batchWorkers;
  private final IntakeConfig config;

  EventsResource(
      Formats formats,
      Desk desk,
      Quotas quotas,
      Handshake handshake,
      BatchWorkers batchWorkers,
      IntakeConfig config) {
    this.formats = formats;
    this.desk = desk;
    this.quotas = quotas;
    this.handshake = handshake;
    this.batchWorkers = batchWorkers;
    this.config = config;
  }

  /** Takes one event or a batch; answers when all of it is durable. */
  @POST
  @Requires(value = Role.EMITTER, project = ProjectIn.BODY)
  @NonBlocking
  @Consumes({STRUCTURED, BATCH, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postEvents",
      summary = "Takes one event or a batch of events",
      description =
          """
          202 means durable: the broker acknowledged every event. One event is sent as a CloudEvent \
          in structured form, in binary mode (attributes in `ce-` headers, the data as \
          `application/json` body), or as plain JSON with the same names, where `id` and `time` may \
          be left out; then they are set, and a retry counts as another event, unless an \
          header `Idempotency-Key` names it. A batch is an array of either. Send the same event \
          again after a 503 or a lost answer: it counts once.\
          """)
  @RequestBody(
      required = true,
      content = {
        // First, because generated clients send the first.
        @Content(
            mediaType = BATCH,
            schema = @Schema(ref = "Events"),
            examples = @ExampleObject(name = "case", value = Examples.BATCH)),
        @Content(
            mediaType = STRUCTURED,
            schema = @Schema(ref = "Event"),
            examples = @ExampleObject(name = "feedback", value = Examples.STRUCTURED)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(ref = "PlainEvent"),
            examples = @ExampleObject(name = "feedback", value = Examples.PLAIN))
      })
  @APIResponse(
      responseCode = "202",
      description = "Durable. One event: what became of it; a batch: `results`, all accepted",
      content =
          @Content(
              schema = @Schema(oneOf = {EventAnswer.class, BatchAnswer.class}),
              examples = {
                @ExampleObject(name = "one event", value = Examples.KEPT),
                @ExampleObject(name = "batch", value = Examples.BATCH_KEPT)
              }))
  @APIResponse(
      responseCode = "207",
      description = "A batch of which some were not accepted; what was, is durable",
      content =
          @Content(
              schema = @Schema(implementation = BatchAnswer.class),
              examples = @ExampleObject(name = "batch", value = Examples.BATCH_PARTLY_KEPT)))
  @APIResponse(
      responseCode = "400",
      description =
          "Refused: a problem that names the field, or a batch of which all were rejected",
      content = {
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = BatchAnswer.class),
            examples = @ExampleObject(name = "batch", value = Examples.BATCH_REFUSED))
      })
  @APIResponse(
      responseCode = "409",
      description = "Another event has the same project, source and id; that one counts",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "problem", value = Examples.CONFLICT)))
  @APIResponse(
      responseCode = "413",
      description = "Refused whole: too many bytes or too many events",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "Not durable now: send the same again after `Retry-After` seconds",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Uni<Response> post(
      @Context HttpHeaders headers,
      @Context SecurityContext caller,
      @Context RoutingContext request) {
    byte[] body = bodyOf(request);
    MediaType type = UnsupportedMediaType.required(headers);
    Receipt receipt = desk.receipt(headers, caller);
    IdempotencyKey key = IdempotencyKey.of(headers.getHeaderString(IdempotencyKey.HEADER));
    if (isType(type, BATCH)) {
      return batch(() -> formats.batch(body), receipt, caller);
    }
    if (!isType(type, STRUCTURED) && !isBinary(headers) && StrictJson.looksLikeArray(body)) {
      return batch(() -> formats.plainBatch(body, key, receipt), receipt, caller);
    }
    Answers.requireSize(body, config);
    Submission submission =
        isType(type, STRUCTURED)
            ? formats.structured(body)
            : isBinary(headers)
                ? formats.binary(headers.getRequestHeaders(), type.toString(), body)
                : formats.plain(body, key, receipt);
    return single(submission, receipt);
  }

  /** The handshake of CloudEvents HTTP web hooks. */
  @OPTIONS
  @OwnAuthentication("nothing is given away; who delivers needs a key")
  @NonBlocking
  @Operation(
      operationId = "askEvents",
      summary = "Whether a sender may deliver here",
      description = "The handshake of CloudEvents HTTP web hooks 1.0.2, §4.")
  @APIResponse(responseCode = "204", description = "`WebHook-Allowed-Origin` is there if it may")
  @APIResponse(
      responseCode = "403",
      description = "This origin may not",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "problem", value = WebhookExamples.ORIGIN_REFUSED)))
  public Response options(@Context HttpHeaders headers) {
    return handshake.answer(headers);
  }

  /** As the gate left it; as a parameter it would be looked for by every reader of bodies. */
  private static byte[] bodyOf(RoutingContext request) {
    Buffer body = request.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  private Uni<Response> single(Submission submission, Receipt receipt) {
    return desk.submit(List.of(submission), receipt)
        .map(outcomes -> Answers.single(outcomes.get(0)));
  }

  /** On a worker: a large batch would keep the event loop from everybody else's requests. */
  private Uni<Response> batch(Batch reading, Receipt receipt, SecurityContext caller) {
    return Uni.createFrom()
        .deferred(() -> readAndSubmit(reading, receipt, caller))
        .runSubscriptionOn(batchWorkers);
  }

  /** A body that is no array at all is one rejected event of nobody knows which project. */
  private Uni<Response> readAndSubmit(Batch reading, Receipt receipt, SecurityContext caller) {
    List<Submission> submissions;
    try {
      submissions = reading.read();
    } catch (NotJson e) {
      return single(Submission.unreadable(e.fault()), receipt);
    }
    if (submissions.size() > config.maxBatchEvents()) {
      throw Answers.tooLarge(
          "TOO_MANY_EVENTS",
          "the batch has more than %d events: split it".formatted(config.maxBatchEvents()));
    }
    quotas.takeForItems(caller, submissions.size());
    return desk.submit(submissions, receipt).emitOn(batchWorkers).map(Answers::batch);
  }

  private static boolean isBinary(HttpHeaders headers) {
    return headers.getHeaderString("ce-specversion") != null
        || headers.getHeaderString("ce-type") != null;
  }

  private static boolean isType(MediaType type, String expected) {
    return (type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(expected);
  }

  @FunctionalInterface
  private interface Batch {
    List<Submission> read() throws NotJson;
  }
}
