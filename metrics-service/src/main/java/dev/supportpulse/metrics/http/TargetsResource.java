package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.supportpulse.metrics.efficiency.BusinessHours;
import dev.supportpulse.metrics.efficiency.Targets;
import dev.supportpulse.metrics.reference.ReferenceStore;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What support has promised. */
@Path("/v1/projects/{project}/targets")
@Tag(name = "Reference data")
public class TargetsResource {

  private static final Duration LONGEST = Duration.ofDays(400);

  private final ReferenceStore store;
  private final Changes changes;

  TargetsResource(ReferenceStore store, Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  /** The targets in force. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.PATH)
  @Operation(operationId = "getTargets", summary = "The targets")
  public TargetsBody get(@RestPath String project) {
    return store
        .targets(Selection.checkedProject(project))
        .map(TargetsBody::of)
        .orElseThrow(
            () -> ProblemException.notFound("project %s has no targets".formatted(project)));
  }

  /** Replaces the targets. */
  @PUT
  @Requires(value = Role.OPERATOR, project = ProjectIn.PATH)
  @Operation(
      operationId = "putTargets",
      summary = "Set the targets",
      description =
          "The project's cases are counted again under the new targets, as far as the ledger still"
              + " holds their events.")
  public TargetsBody put(
      @RestPath String project, @Nullable TargetsBody body, @Context SecurityContext caller) {
    TargetsBody given = Fields.body(body);
    BigDecimal floor = given.qualityFloor();
    HoursBody hours = given.businessHours();
    Targets targets =
        new Targets(
            length("/firstResponse", given.firstResponse()),
            length("/resolution", given.resolution()),
            floor == null ? null : Fields.share("/qualityFloor", floor, BigDecimal.ZERO),
            hours == null ? null : hours.toBusinessHours());
    TargetsBody view = TargetsBody.of(targets);
    store.put(Selection.checkedProject(project), targets, changes.of(view, caller));
    return view;
  }

  private static @Nullable Duration length(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Duration length = Duration.parse(text);
      if (length.toSeconds() > 0 && length.compareTo(LONGEST) <= 0) {
        return Duration.ofSeconds(length.toSeconds());
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    throw ProblemException.invalid(
        field,
        "'%s' is not a length of time up to %d days, such as PT8H"
            .formatted(text, LONGEST.toDays()));
  }

  /** Each target may be left out. */
  @Schema(name = "Targets")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TargetsBody(
      @Schema(description = "Answer within; ISO 8601, up to 400 days", examples = "PT8H")
          @Nullable String firstResponse,
      @Schema(description = "Resolve within; ISO 8601, up to 400 days", examples = "PT40H")
          @Nullable String resolution,
      @Schema(minimum = "0", maximum = "1") @Nullable BigDecimal qualityFloor,
      @Nullable HoursBody businessHours) {

    static TargetsBody of(Targets targets) {
      Duration firstResponse = targets.firstResponse();
      Duration resolution = targets.resolution();
      BusinessHours hours = targets.businessHours();
      return new TargetsBody(
          firstResponse == null ? null : firstResponse.toString(),
          resolution == null ? null : resolution.toString(),
          targets.qualityFloor(),
          hours == null ? null : new HoursBody(hours.timeZone(), hours.week(), hours.holidays()));
    }
  }

  /** When support is open; a day that is left out is closed. */
  @Schema(name = "BusinessHours")
  record HoursBody(
      @Schema(implementation = String.class, examples = "Asia/Shanghai") @Nullable ZoneId timeZone,
      @Nullable Map<DayOfWeek, @Nullable List<BusinessHours.Shift>> week,
      @Nullable SortedSet<LocalDate> holidays) {

    private static Map<DayOfWeek, List<BusinessHours.Shift>> shifts(
        Map<DayOfWeek, @Nullable List<BusinessHours.Shift>> given) {
      Map<DayOfWeek, List<BusinessHours.Shift>> shifts = new EnumMap<>(DayOfWeek.class);
      given.forEach(
          (day, ofDay) -> shifts.put(day, Fields.required("/businessHours/week/" + day, ofDay)));
      return shifts;
    }

    BusinessHours toBusinessHours() {
      try {
        return new BusinessHours(
            Fields.required("/businessHours/timeZone", timeZone),
            shifts(Fields.required("/businessHours/week", week)),
            holidays == null ? new TreeSet<>() : holidays);
      } catch (IllegalArgumentException e) {
        throw ProblemException.invalid("/businessHours/week", String.valueOf(e.getMessage()));
      }
    }
  }
}
