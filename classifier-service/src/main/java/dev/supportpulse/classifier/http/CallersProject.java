package dev.supportpulse.classifier.http;

import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.problem.Problem;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.core.SecurityContext;

/** Checks the project that a body names. */
final class CallersProject {

  private CallersProject() {}

  /**
   * The project, if it can be one and the caller may speak of it.
   *
   * @param pointer JSON Pointer of the field that names it
   * @throws ProblemException 400 or 403, naming the field
   */
  static String checked(String project, String pointer, SecurityContext context) {
    if (!SupportEvent.isProject(project)) {
      throw ProblemException.invalid(
          pointer,
          "is no project: 1 to 63 lower-case letters, digits, dots, underscores and hyphens");
    }
    if (!CallerContext.callerOf(context).scope().covers(project)) {
      throw new ProblemException(
          Problem.of(
              403,
              "PROJECT_FORBIDDEN",
              pointer,
              "the key is for other projects: use a key for this one"));
    }
    return project;
  }
}
