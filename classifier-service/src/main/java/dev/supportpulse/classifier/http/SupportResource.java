package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.solution.Answer;
import dev.supportpulse.classifier.solution.KnowledgeByMeaning;
import dev.supportpulse.classifier.solution.WayToHuman;
import dev.supportpulse.events.SolutionMatch;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The question service of the source documents: {@code {"question"}} → {@code {"solution"}}. */
@Path("/support")
public class SupportResource {

  private final KnowledgeByMeaning knowledge;

  SupportResource(KnowledgeByMeaning knowledge) {
    this.knowledge = knowledge;
  }

  /** Answers in the language of the question. */
  @POST
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Answer a question from the knowledge base, or say that a human should")
  public Solution answer(@Nullable JsonNode body) {
    String question = RequestBody.object(body, "").text("question");
    Answer answer = knowledge.answer(question, Language.of(question));
    if (answer instanceof Answer.Found found) {
      return new Solution(
          found.article().body(),
          found.language().tag(),
          found.score(),
          found.match(),
          new ArticleView(found.article().id(), found.article().title()));
    }
    return new Solution(
        WayToHuman.in(answer.language()), answer.language().tag(), answer.score(), null, null);
  }

  /**
   * The answer.
   *
   * @param solution Markdown
   * @param language BCP 47
   * @param score of the best article; higher is better, among answers of the same match
   * @param match WORDS: the score is BM25, MEANING: a similarity of at most 1; null if no article
   *     answers and the score is that of the best one by words
   * @param article which article answers; null if none does and the solution is the way to a human
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Solution(
      String solution,
      String language,
      double score,
      @Nullable SolutionMatch match,
      @Nullable ArticleView article) {}

  /** An article by name. */
  public record ArticleView(String id, String title) {}
}
