package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.events.Malformed;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.service.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
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
   * @param by the id of the caller's key
   * @throws ProblemException naming the field that is wrong
   */
  Correction read(@Nullable JsonNode json, String by, Instant at) {
    RequestBody body = RequestBody.object(json, "");
    body.allowOnly(FIELDS);
    String project = project(body);
    RequestBody target = body.object("target");
    target.allowOnly(Set.of("source", "id"));
    return new Correction(
        project,
        body.text("id", LONGEST_NAME),
        new Target(source(target), target.text("id", LONGEST_NAME)),
        body.value("category", NeedCategory.class),
        subCategory(body, project),
        body.optionalValue("sentiment", Sentiment.class),
        body.optionalText("note", LONGEST_NAME),
        body.optionalText("title", config.maxText()),
        body.optionalText("text", config.maxText()),
        by,
        at);
  }

  private static String project(RequestBody body) {
    String project = body.text("project");
    if (!SupportEvent.isProject(project)) {
      throw ProblemException.invalid(
          "/project",
          "is no project: 1 to 63 lower-case letters, digits, dots, underscores and hyphens");
    }
    return project;
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
