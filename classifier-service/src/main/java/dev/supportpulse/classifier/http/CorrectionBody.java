package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /v1/corrections}. */
final class CorrectionBody {

  private static final int LONGEST_NAME = 1_024;

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "project",
          "target",
          "category",
          "subCategory",
          "sentiment",
          "note",
          "title",
          "text");

  private final LearningConfig config;

  CorrectionBody(LearningConfig config) {
    this.config = config;
  }

  /**
   * The correction that a body states.
   *
   * @param caller who states it
   * @throws ProblemException naming the field that is wrong
   */
  Correction read(@Nullable JsonNode json, SecurityContext caller, Instant at) {
    RequestBody body = RequestBody.object(json, "");
    body.allowOnly(FIELDS);
    String project = CallersProject.checked(body.text("project"), "/project", caller);
    RequestBody target = body.object("target");
    target.allowOnly(Set.of("source", "id"));
    return new Correction(
        project,
        id(body),
        new Target(source(target), target.text("id", LONGEST_NAME)),
        body.value("category", NeedCategory.class),
        subCategory(body, project),
        body.optionalValue("sentiment", Sentiment.class),
        body.optionalText("note", LONGEST_NAME),
        body.optionalText("title", config.maxText()),
        body.optionalText("text", config.maxText()),
        CallerContext.callerOf(caller).id(),
        at);
  }

  private static String id(RequestBody body) {
    String given = body.optionalText("id", LONGEST_NAME);
    return given == null ? UUID.randomUUID().toString() : given;
  }

  private static String source(RequestBody target) {
    String source = target.text("source", LONGEST_NAME);
    try {
      return EventCodec.source(source).toString();
    } catch (Malformed e) {
      throw ProblemException.invalid("/target/source", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String subCategory(RequestBody body, String project) {
    String named = body.optionalText("subCategory");
    if (named == null) {
      return null;
    }
    Set<String> known = new TreeSet<>(config.subCategories());
    known.addAll(config.projectSubCategories().getOrDefault(project, Set.of()));
    if (!known.contains(named)) {
      throw ProblemException.invalid(
          "/subCategory",
          "must be one of %s; supportpulse.classifier.learning.project-sub-categories adds more"
              .formatted(known));
    }
    return named;
  }
}
