package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.access.Refusal;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a route asks of a caller, given the request. */
final class Demand {

  private static final String PARAMETER = "project";

  /** The project of requests that name none (source 000 §5). */
  private static final String DEFAULT_PROJECT = "default";

  private Demand() {}

  /** Why that caller mayn't; null if they may. */
  static @Nullable Refusal refusal(Requires route, Caller caller, UriInfo uri) {
    if (!caller.role().includes(route.value())) {
      return Refusal.ROLE_FORBIDDEN;
    }
    return isInScope(route.project(), caller, uri) ? null : Refusal.PROJECT_FORBIDDEN;
  }

  private static boolean isInScope(ProjectIn project, Caller caller, UriInfo uri) {
    return caller.scope().isEveryProject()
        || switch (project) {
          case PATH -> coversAll(caller, uri.getPathParameters().get(PARAMETER));
          case QUERY -> coversAll(caller, uri.getQueryParameters().get(PARAMETER));
          case DEFAULT -> caller.scope().covers(DEFAULT_PROJECT);
          case BODY, NONE -> true;
          case EVERY -> false;
        };
  }

  /** A parameter that is given twice is about both. */
  private static boolean coversAll(Caller caller, @Nullable List<String> projects) {
    return projects != null
        && !projects.isEmpty()
        && projects.stream().allMatch(caller.scope()::covers);
  }
}
