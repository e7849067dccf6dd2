package dev.supportpulse.metrics.http;

import dev.supportpulse.metrics.config.QueryConfig;
import dev.supportpulse.metrics.config.StreamConfig;
import dev.supportpulse.metrics.window.BadQuery;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/projects/{project}/stream}: the summary whenever it changes. */
@Path("/v1/projects/{project}/stream")
@Tag(name = "Figures")
public class StreamResource {

  static final Set<String> PARAMETERS = Set.copyOf(RollingSummary.PARAMETERS);
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final LiveSummaries summaries;
  private final QueryConfig query;
  private final StreamConfig config;

  StreamResource(LiveSummaries summaries, QueryConfig query, StreamConfig config) {
    this.summaries = summaries;
    this.query = query;
    this.config = config;
  }

  /** Pushes the summary; a comment now and then shows that the connection lives. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  @ResponseHeader(name = "X-Accel-Buffering", value = "no")
  @Operation(
      operationId = "stream",
      summary = "The summary of a rolling window, pushed whenever it changes",
      description =
          "Server-sent events named 'summary', whose data is what GET …/summary answers. The id"
              + " stands for the figures: a client that comes back with it as Last-Event-ID gets"
              + " nothing until they are others.")
  @APIResponse(
      responseCode = "200",
      description = "One event 'summary' for each change",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = SummaryView.class)))
  @APIResponse(responseCode = "503", description = "Too many streams are served already")
  public Multi<OutboundSseEvent> stream(
      @RestPath String project,
      @Context UriInfo uri,
      @Context Sse sse,
      @RestHeader(LAST_EVENT_ID) @Nullable String lastEventId) {
    RollingSummary summary = RollingSummary.of(project, Parameters.of(uri, PARAMETERS), query);
    if (summary.window().compareTo(query.minutesKept()) > 0) {
      throw new BadQuery(
          "window",
          "a stream takes windows of up to %d days, for which minutes are kept: ask for longer ones by GET …/summary?at="
              .formatted(query.minutesKept().toDays()));
    }
    Multi<OutboundSseEvent> updates =
        summaries.watch(summary, lastEventId).map(update -> event(sse, update));
    Multi<OutboundSseEvent> heartbeats =
        Multi.createFrom()
            .ticks()
            .every(config.heartbeat())
            .onOverflow()
            .drop()
            .map(tick -> sse.newEventBuilder().comment("still here").build());
    return Multi.createBy().merging().streams(updates, heartbeats);
  }

  private static OutboundSseEvent event(Sse sse, LiveSummaries.Update update) {
    return sse.newEventBuilder()
        .name("summary")
        .id(update.fingerprint())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(update.summary())
        .build();
  }
}
