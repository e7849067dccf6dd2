package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.config.IntakeConfig;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Outcome;
import dev.supportpulse.intake.submission.Reason;
import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code POST /feedback}, the source document's own form (source 000 §5). */
@Path("/feedback")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "feedback", description = "The feedback form of the source documents")
public class FeedbackResource {

  private static final String KEY =
      "Names the feedback: the same key with the same fields again is the same feedback";

  private final Formats formats;
  private final Desk desk;
  private final IntakeConfig config;
  private final String metricsUrl;

  FeedbackResource(Formats formats, Desk desk, IntakeConfig config) {
    this.formats = formats;
    this.desk = desk;
    this.config = config;
    this.metricsUrl = config.metricsUrl().toString().replaceFirst("/$", "");
  }

  /** The form, as browsers and {@code curl -F} send it. */
  @POST
  @Requires(value = Role.EMITTER, project = ProjectIn.BODY)
  @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
  @Operation(
      operationId = "postFeedback",
      summary = "Takes a feedback",
      description =
          """
          `curl -F type=positive http://127.0.0.1:8081/feedback`. Also as urlencoded form and as \
          JSON with the same names. Every call is another feedback, unless an `Idempotency-Key` \
          names it.\
          """)
  @APIResponse(
      responseCode = "202",
      description = "Durable",
      content =
          @Content(
              schema = @Schema(implementation = FeedbackAnswer.class),
              examples = @ExampleObject(name = "positive", value = Examples.FEEDBACK_KEPT)))
  @APIResponse(
      responseCode = "400",
      description = "Refused; `field` names the field of the form",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @RequestBody(
      content = {
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = FeedbackForm.class),
            examples = @ExampleObject(name = "positive", value = Examples.FEEDBACK)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = FeedbackForm.class),
            examples = @ExampleObject(name = "positive", value = Examples.FEEDBACK))
      })
  @APIResponse(
      responseCode = "409",
      description = "The `Idempotency-Key` was used for another feedback; that one counts",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "problem", value = Examples.FEEDBACK_CONFLICT)))
  public Uni<Response> form(
      @Context HttpHeaders headers,
      @Context SecurityContext caller,
      @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = KEY) @Nullable String key,
      byte[] body) {
    String type = UnsupportedMediaType.required(headers).toString();
    Answers.requireSize(body, config);
    return submit(formats.form(type, body), key, desk.receipt(headers, caller));
  }

  /** The same as JSON. */
  @POST
  @Requires(value = Role.EMITTER, project = ProjectIn.BODY)
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "202", description = "Durable")
  public Uni<Response> json(
      @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = KEY) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = FeedbackForm.class),
                      examples = @ExampleObject(name = "positive", value = Examples.FEEDBACK)))
          byte[] body,
      @Context HttpHeaders headers,
      @Context SecurityContext caller) {
    Answers.requireSize(body, config);
    return submit(formats.structured(body), key, desk.receipt(headers, caller));
  }

  private Uni<Response> submit(Submission read, @Nullable String key, Receipt receipt) {
    return desk.submit(List.of(submission(read, IdempotencyKey.of(key), receipt)), receipt)
        .map(outcomes -> answer(outcomes.get(0)));
  }

  private static Submission submission(Submission read, IdempotencyKey key, Receipt receipt) {
    if (read.unreadable() != null) {
      return read;
    }
    return read.sent() instanceof ObjectNode fields
        ? FeedbackFields.submission(fields, key, receipt)
        : Submission.unreadable(
            new Fault(
                Reason.INVALID_FIELD, "", "must be an object such as {\"type\":\"positive\"}"));
  }

  private Response answer(Outcome outcome) {
    return outcome.match(
        accepted -> kept(EventAnswer.accepted(accepted)),
        duplicate -> kept(EventAnswer.duplicate(duplicate)),
        conflict ->
            Answers.conflict(
                new Fault(
                    conflict.fault().reason(),
                    IdempotencyKey.HEADER,
                    "was used for another feedback: send a new one with a new key")),
        quarantined -> kept(EventAnswer.quarantined(quarantined)),
        rejected -> Answers.problem(FeedbackFields.fault(rejected.fault())));
  }

  private Response kept(EventAnswer event) {
    return Response.accepted(
            new FeedbackAnswer(event, FeedbackAnswer.Links.of(metricsUrl, event.project())))
        .build();
  }
}
