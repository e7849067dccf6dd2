package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.config.SolutionConfig;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import dev.supportpulse.classifier.solution.KnowledgeByMeaning;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;

/** Learns what articles mean, the shipped ones first and others when they change. */
@ApplicationScoped
public class MeaningWatch {

  private final CurrentKnowledge articles;
  private final KnowledgeByMeaning meanings;
  private final Repeating looking;

  /** Held while a network is at work, so that it is not closed meanwhile. */
  private final Semaphore learning = new Semaphore(1);

  MeaningWatch(CurrentKnowledge articles, KnowledgeByMeaning meanings, SolutionConfig config) {
    this.articles = articles;
    this.meanings = meanings;
    this.looking = new Repeating("meaning-watch", config.poll(), this::learn);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  /** Waits for the phrasing in hand. */
  void stop(@Observes ShutdownEvent event) {
    looking.close();
    learning.acquireUninterruptibly();
  }

  private void learn() {
    learning.acquireUninterruptibly();
    try {
      meanings.learn(articles.articles());
    } finally {
      learning.release();
    }
  }
}
