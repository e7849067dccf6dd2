package dev.supportpulse.classifier.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code supportpulse.classifier.solutions}: the knowledge base, and what becomes of solutions. */
@ConfigMapping(prefix = "supportpulse.classifier.solutions")
public interface SolutionConfig {

  /** How often this instance looks for articles that others imported. */
  @WithDefault("PT2S")
  Duration poll();

  /** Most characters of an article, front matter included. */
  @WithDefault("50000")
  int maxArticle();

  /** Most articles that are imported; each is kept in memory. */
  @WithDefault("5000")
  int maxArticles();

  /** Similarity, in [-1, 1], below which an article does not answer by its meaning; 2: never. */
  @WithDefault("0.24")
  double leastSimilarity();

  /** By how much it must be more similar than the next article, to be told from it. */
  @WithDefault("0.06")
  double leastLead();

  /** How long a case must stay resolved until the solution that helped is verified. */
  @WithDefault("P7D")
  Duration verifiedAfter();

  /** How long the events of solutions and cases are kept, by event time. */
  @WithDefault("P400D")
  Duration retention();

  /** Window of a question that names none. */
  @WithDefault("P90D")
  Duration defaultWindow();

  /** Probability of the interval of an effectiveness, in (0, 1). */
  @WithDefault("0.95")
  double level();
}
