package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.diagnosis.Diagnostician;
import dev.supportpulse.classifier.diagnosis.FaultObserver;
import dev.supportpulse.classifier.diagnosis.FaultStore;
import dev.supportpulse.classifier.solution.SolutionObserver;
import dev.supportpulse.classifier.solution.SolutionStore;
import dev.supportpulse.classifier.topics.TopicObserver;
import dev.supportpulse.classifier.topics.TopicStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of the observers. */
@ApplicationScoped
public class ObservationWiring {

  @Produces
  @Singleton
  Diagnostician diagnostician(ObservationConfig config) {
    return new Diagnostician(config.packages());
  }

  @Produces
  @Singleton
  FaultObserver faults(Diagnostician diagnostician, FaultStore store) {
    return new FaultObserver(diagnostician, store);
  }

  @Produces
  @Singleton
  SolutionObserver solutions(SolutionStore store) {
    return new SolutionObserver(store);
  }

  @Produces
  @Singleton
  TopicObserver topics(TopicStore store) {
    return new TopicObserver(store);
  }
}
