package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.lucene.LuceneKnowledgeBase;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.solution.Articles;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Makes beans of the pure parts. */
@ApplicationScoped
public class Wiring {

  private static final String MODEL = "/model/need.model";

  @Produces
  @Singleton
  NeedClassifier classifier() {
    return new NeedClassifier(shippedModel());
  }

  @Produces
  @Singleton
  SupportAdvisor advisor(ClassifierConfig config) {
    return new SupportAdvisor(config.tools());
  }

  @Produces
  @Singleton
  KnowledgeBase knowledge(ClassifierConfig config) {
    return new LuceneKnowledgeBase(Articles.shipped(), config.leastAnswerScore());
  }

  @Produces
  @Singleton
  Assessor assessor(NeedClassifier classifier, SupportAdvisor advisor, KnowledgeBase knowledge) {
    return new Assessor(classifier, advisor, knowledge);
  }

  @Produces
  @Singleton
  EventClassifier eventClassifier(Assessor assessor) {
    return new EventClassifier(assessor);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  private static NeedModel shippedModel() {
    try (InputStream in = Wiring.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + MODEL);
      }
      return ModelFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
