package dev.supportpulse.classifier.http;

import dev.supportpulse.classifier.config.SolutionConfig;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.solution.Article;
import dev.supportpulse.classifier.solution.ArticleStore;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.CallerContext;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import dev.supportpulse.service.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The articles of the knowledge base. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final CurrentKnowledge knowledge;
  private final ArticleStore store;
  private final SolutionConfig config;
  private final Clock clock;

  ArticlesResource(
      CurrentKnowledge knowledge, ArticleStore store, SolutionConfig config, Clock clock) {
    this.knowledge = knowledge;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** All articles that this instance answers from. */
  @GET
  @Requires(value = Role.VIEWER, project = ProjectIn.NONE)
  @Operation(operationId = "getArticles", summary = "The articles that questions are answered from")
  public ListView articles() {
    return new ListView(knowledge.articles().stream().map(View::of).toList());
  }

  /** Imports one. */
  @PUT
  @Path("{id}/{language}")
  @Requires(value = Role.OPERATOR, project = ProjectIn.EVERY)
  @Consumes("text/markdown")
  @Operation(
      operationId = "putArticle",
      summary = "Import an article: Markdown with front matter; replaces one of the same name")
  @APIResponse(responseCode = "200", description = "Stored; every instance answers from it soon")
  @APIResponse(responseCode = "503", description = "Not stored: the database is away")
  public View put(
      @RestPath String id,
      @RestPath String language,
      @Nullable String markdown,
      @Context SecurityContext context) {
    Article article = article(id, language(language), markdown == null ? "" : markdown);
    boolean replaces =
        knowledge.articles().stream()
            .anyMatch(one -> one.id().equals(id) && one.language() == article.language());
    if (!replaces && knowledge.articles().size() >= config.maxArticles()) {
      throw ProblemException.invalid(
          "id",
          "there are "
              + config.maxArticles()
              + " articles, which is the most: delete one, or raise"
              + " supportpulse.classifier.solutions.max-articles");
    }
    store.keep(
        id,
        article.language(),
        String.valueOf(markdown),
        CallerContext.callerOf(context).id(),
        clock.instant());
    return View.of(article);
  }

  /** Forgets an imported one; what ships under its name, if anything, answers again. */
  @DELETE
  @Path("{id}/{language}")
  @Requires(value = Role.OPERATOR, project = ProjectIn.EVERY)
  @Operation(operationId = "deleteArticle", summary = "Forget an imported article")
  @APIResponse(responseCode = "204", description = "Forgotten")
  @APIResponse(responseCode = "404", description = "None was imported under that name")
  public void delete(@RestPath String id, @RestPath String language) {
    if (!store.remove(id, language(language))) {
      throw ProblemException.notFound("no article was imported as " + id + " in " + language);
    }
  }

  private Article article(String id, Language language, String markdown) {
    if (!ID.matcher(id).matches()) {
      throw ProblemException.invalid(
          "id", "must be 1 to 63 lower-case letters, digits and hyphens, no hyphen first");
    }
    if (markdown.length() > config.maxArticle()) {
      throw ProblemException.invalid(
          "", "must have at most " + config.maxArticle() + " characters: shorten it");
    }
    if (markdown.indexOf('\0') >= 0) {
      throw ProblemException.invalid("", "must not hold the character U+0000");
    }
    try {
      return Article.parse(id, language, markdown);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          "",
          e.getMessage()
              + ": begin with a line ---, title: and a list of questions:, a line ---, then the"
              + " answer");
    }
  }

  private static Language language(String tag) {
    return Language.ofTag(tag)
        .orElseThrow(() -> ProblemException.invalid("language", "must be en or zh"));
  }

  /** The answer. */
  @Schema(name = "Articles")
  record ListView(List<View> articles) {}

  /** An article. */
  @Schema(name = "Article")
  record View(String id, String language, String title, List<String> questions, String body) {

    static View of(Article article) {
      return new View(
          article.id(),
          article.language().tag(),
          article.title(),
          article.questions(),
          article.body());
    }
  }
}
