package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.Corrections;
import dev.supportpulse.classifier.lucene.LuceneKnowledgeBase;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.need.TraitFile;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.onnx.Embedders;
import dev.supportpulse.classifier.solution.Articles;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import dev.supportpulse.classifier.solution.KnowledgeBase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** Makes beans of the pure parts. */
@ApplicationScoped
public class Wiring {

  private static final String FAST = "/model/need.model";
  private static final String FAST_TRAITS = "/model/traits.model";
  private static final String ACCURATE = "/model/need-accurate.model";
  private static final String ACCURATE_TRAITS = "/model/traits-accurate.model";

  /** At the start: a service that can't load its models does not start. */
  @Produces
  @Singleton
  @Startup
  Tiers tiers(ClassifierConfig config, Instance<Embedders> embedders) {
    NeedClassifier fast = new NeedClassifier(model(FAST), traits(FAST_TRAITS));
    if (!config.accurate().enabled()) {
      return new Tiers(List.of(fast));
    }
    Embeddings embeddings = Embeddings.of(embedders.get().all());
    NeedClassifier accurate =
        new NeedClassifier(model(ACCURATE), traits(ACCURATE_TRAITS), embeddings);
    return new Tiers(List.of(fast, accurate));
  }

  @Produces
  @Singleton
  Embedders embedders() {
    try {
      return Embedders.load();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "can't load the networks of the accurate tier; set"
              + " supportpulse.classifier.accurate.enabled=false to go without it",
          e);
    }
  }

  void unload(@Disposes Embedders embedders) {
    embedders.close();
  }

  @Produces
  @Singleton
  SupportAdvisor advisor(ClassifierConfig config) {
    return new SupportAdvisor(config.tools());
  }

  @Produces
  @Singleton
  CurrentKnowledge knowledge(ClassifierConfig config) {
    return new CurrentKnowledge(
        Articles.shipped(),
        articles -> new LuceneKnowledgeBase(articles, config.leastAnswerScore()));
  }

  @Produces
  @Singleton
  Assessor assessor(Tiers tiers, SupportAdvisor advisor, KnowledgeBase knowledge) {
    return new Assessor(tiers, advisor, knowledge);
  }

  @Produces
  @Singleton
  EventClassifier eventClassifier(Assessor assessor) {
    return new EventClassifier(assessor);
  }

  @Produces
  @Singleton
  Corrections corrections(CorrectionStore store, Event<Arrived> arrived) {
    return new Corrections(store, () -> arrived.fire(new Arrived()));
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  private static NeedModel model(String file) {
    try (InputStream in = shipped(file)) {
      return ModelFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TraitModel traits(String file) {
    try (InputStream in = shipped(file)) {
      return TraitFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream shipped(String file) {
    InputStream in = Wiring.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + file);
    }
    return in;
  }
}
