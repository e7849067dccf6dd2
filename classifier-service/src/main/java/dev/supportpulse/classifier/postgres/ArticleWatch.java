package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.SolutionConfig;
import dev.supportpulse.classifier.solution.ArticleStore;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notices imported articles, whichever instance took them; without the database the last ones stay.
 */
@ApplicationScoped
public class ArticleWatch {

  private static final long NOT_READ = -1;

  private final ArticleStore articles;
  private final CurrentKnowledge knowledge;
  private final Repeating looking;
  private volatile long revision = NOT_READ;

  ArticleWatch(ArticleStore articles, CurrentKnowledge knowledge, SolutionConfig config) {
    this.articles = articles;
    this.knowledge = knowledge;
    this.looking = new Repeating("article-watch", config.poll(), this::look);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  void stop(@Observes ShutdownEvent event) {
    looking.close();
  }

  private void look() {
    long now = articles.revision();
    if (now != revision) {
      knowledge.use(articles.articles());
      revision = now;
    }
  }
}
