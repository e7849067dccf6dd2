package dev.supportpulse.classifier.background;

import dev.supportpulse.classifier.config.LearningConfig;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.learning.Learning;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Learns now and then, and as soon as there is a correction. */
@ApplicationScoped
public class Learner {

  private final Repeating learning;

  Learner(Learning learning, LearningConfig config) {
    this.learning = new Repeating("learner", config.poll(), learning::round);
  }

  void begin(@Observes StartupEvent event) {
    learning.start();
  }

  void stop(@Observes ShutdownEvent event) {
    learning.close();
  }

  void wake(@Observes Arrived arrived) {
    learning.wake();
  }

  /** Begins the next round now. */
  public void wake() {
    learning.wake();
  }
}
