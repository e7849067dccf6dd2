package dev.supportpulse.intake.http;

import dev.supportpulse.intake.submission.Receipt;
import dev.supportpulse.intake.submission.Submission;
import dev.supportpulse.intake.webhook.Delivery;
import dev.supportpulse.intake.webhook.Hook;
import dev.supportpulse.intake.webhook.Hooks;
import dev.supportpulse.intake.webhook.Reception;
import dev.supportpulse.intake.webhook.Verifier.Refusal;
import dev.supportpulse.service.access.http.OwnAuthentication;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/webhooks/{hook}}: where upstream systems deliver, signed. */
@Path("/v1/webhooks/{hook}")
@Tag(name = "webhooks", description = "Takes the signed webhooks of upstream systems")
public class WebhooksResource {

  /** Every 401 names a scheme (RFC 9110 §15.5.2); the body says which header. */
  private static final String CHALLENGE = "Webhook-Signature realm=\"support-pulse\"";

  private static final String DELIVERIES = "supportpulse.intake.deliveries";

  private final Hooks hooks;
  private final Desk desk;
  private final Handshake handshake;
  private final MeterRegistry meters;

  WebhooksResource(Hooks hooks, Desk desk, Handshake handshake, MeterRegistry meters) {
    this.hooks = hooks;
    this.desk = desk;
    this.handshake = handshake;
    this.meters = meters;
  }

  /** Takes a delivery; answers when every event that it tells is durable. */
  @POST
  @OwnAuthentication("the signature of the delivery")
  @NonBlocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "postWebhook",
      summary = "Takes a signed delivery of an upstream system",
      description =
          """
          The hook is one of the configured ones, such as `github`; the signature is that of its \
          upstream system. 202 means that every event that the delivery tells is durable, or that \
          it tells none (`results` is empty). A delivery that comes again tells the same events: \
          they count once.\
          """)
  @Parameter(name = "hook", description = "The name of a configured hook")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(name = "standard webhooks", value = WebhookExamples.DELIVERY)))
  @APIResponse(
      responseCode = "202",
      description = "Durable; empty `results`: it means nothing here",
      content =
          @Content(
              schema = @Schema(implementation = BatchAnswer.class),
              examples = @ExampleObject(name = "durable", value = Examples.BATCH_KEPT)))
  @APIResponse(
      responseCode = "207",
      description = "Some of its events were not accepted; what was, is durable",
      content =
          @Content(
              schema = @Schema(implementation = BatchAnswer.class),
              examples = @ExampleObject(name = "some", value = Examples.BATCH_PARTLY_KEPT)))
  @APIResponse(
      responseCode = "400",
      description = "Not what this upstream system sends, or all of its events were rejected",
      content = {
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = BatchAnswer.class),
            examples = @ExampleObject(name = "none", value = Examples.BATCH_REFUSED))
      })
  @APIResponse(
      responseCode = "401",
      description = "The signature is missing, wrong or too old; `field` names the header")
  @APIResponse(responseCode = "403", description = "The hook has no secret")
  @APIResponse(responseCode = "404", description = "No such hook")
  public Uni<Response> post(
      @PathParam("hook") String name, @Context HttpHeaders headers, byte[] body) {
    Hook hook = hooks.named(name).orElseThrow(() -> unknown(name));
    Receipt receipt = desk.receipt(headers);
    Delivery delivery = new Delivery(firstValues(headers), body, receipt.receivedAt());
    // On a worker: a large body would keep the event loop from everybody else's requests.
    return Uni.createFrom()
        .item(() -> hook.receive(delivery))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
        .chain(reception -> reception.match(new Answering(name, receipt)));
  }

  /** The handshake of CloudEvents HTTP web hooks. */
  @OPTIONS
  @OwnAuthentication("nothing is given away; deliveries are signed")
  @NonBlocking
  @Operation(
      operationId = "askWebhook",
      summary = "Whether a sender may deliver here",
      description = "The handshake of CloudEvents HTTP web hooks 1.0.2, §4.")
  @Parameter(name = "hook", description = "The name of a configured hook")
  @APIResponse(responseCode = "204", description = "`WebHook-Allowed-Origin` is there if it may")
  @APIResponse(responseCode = "403", description = "This origin may not")
  @APIResponse(responseCode = "404", description = "No such hook")
  public Response options(@PathParam("hook") String name, @Context HttpHeaders headers) {
    if (hooks.named(name).isEmpty()) {
      throw unknown(name);
    }
    return handshake.answer(headers);
  }

  private static Map<String, String> firstValues(HttpHeaders headers) {
    return headers.getRequestHeaders().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0)));
  }

  private static ProblemException unknown(String name) {
    return ProblemException.notFound(
        "no webhook is called '%s': set supportpulse.intake.webhooks.<name>.project and .secret, where <name> is the last part of this address"
            .formatted(name));
  }

  /** What to answer to each kind of delivery. */
  private final class Answering implements Reception.Cases<Uni<Response>> {

    private final String hook;
    private final Receipt receipt;

    Answering(String hook, Receipt receipt) {
      this.hook = hook;
      this.receipt = receipt;
    }

    @Override
    public Uni<Response> locked() {
      count("locked");
      throw new ProblemException(
          Problem.of(
              403,
              "NO_SECRET",
              null,
              "webhook '%s' takes nothing without a secret: set supportpulse.intake.webhooks.%s.secret or .secret-file"
                  .formatted(hook, hook)));
    }

    @Override
    public Uni<Response> notGenuine(Refusal refusal) {
      count("not-genuine");
      Problem problem =
          Problem.of(
              401,
              "SIGNATURE_INVALID",
              refusal.header(),
              refusal.header() + " " + refusal.message());
      return Uni.createFrom()
          .item(
              Response.status(problem.status())
                  .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                  .type(Problem.MEDIA_TYPE)
                  .entity(problem)
                  .build());
    }

    @Override
    public Uni<Response> unreadable(Submission submission) {
      count("unreadable");
      return desk.submit(List.of(submission), receipt)
          .map(outcomes -> Answers.single(outcomes.get(0)));
    }

    @Override
    public Uni<Response> ignored() {
      count("ignored");
      return Uni.createFrom().item(Answers.batch(List.of()));
    }

    @Override
    public Uni<Response> translated(List<Submission> events) {
      count("translated");
      return desk.submit(events, receipt).map(Answers::batch);
    }

    private void count(String outcome) {
      meters.counter(DELIVERIES, "hook", hook, "outcome", outcome).increment();
    }
  }
}
