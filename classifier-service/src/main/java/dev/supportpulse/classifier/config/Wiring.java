package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.assessment.Assessor;
import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.assessment.LiveTiers;
import dev.supportpulse.classifier.correction.Arrived;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.Corrections;
import dev.supportpulse.classifier.diagnosis.Diagnostician;
import dev.supportpulse.classifier.learning.Learning;
import dev.supportpulse.classifier.learning.ModelStore;
import dev.supportpulse.classifier.lucene.LuceneKnowledgeBase;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.Specialisation;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.need.TraitFile;
import dev.supportpulse.classifier.need.TraitModel;
import dev.supportpulse.classifier.onnx.Embedders;
import dev.supportpulse.classifier.solution.Articles;
import dev.supportpulse.classifier.solution.CurrentKnowledge;
import dev.supportpulse.classifier.solution.KnowledgeByMeaning;
import dev.supportpulse.events.NeedCategory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    Specialisation thresholds = new Specialisation(Map.of(), autoThresholds(config));
    NeedModel fast = model(FAST);
    List<NeedClassifier> tiers = new ArrayList<>();
    tiers.add(new NeedClassifier(fast, traits(FAST_TRAITS)).with(fast, thresholds));
    if (config.accurate().enabled()) {
      NeedModel accurate = model(ACCURATE);
      Embeddings embeddings = Embeddings.of(embedders.get().all());
      NeedClassifier classifier = new NeedClassifier(accurate, traits(ACCURATE_TRAITS), embeddings);
      tiers.add(classifier.with(accurate, thresholds));
    }
    return new Tiers(tiers);
  }

  private static Map<String, Map<NeedCategory, Double>> autoThresholds(ClassifierConfig config) {
    config
        .autoThresholds()
        .forEach(
            (project, thresholds) ->
                thresholds.forEach(
                    (category, least) -> {
                      if (!(least >= 0)) {
                        throw new IllegalArgumentException(
                            "supportpulse.classifier.auto-thresholds.\"%s\".%s is %s: give a confidence from 0 to 1, or 2 for never"
                                .formatted(project, category, least));
                      }
                    }));
    return config.autoThresholds();
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

  /** Answers by words, in well below a millisecond. */
  @Produces
  @Singleton
  @Typed(CurrentKnowledge.class)
  CurrentKnowledge knowledge(ClassifierConfig config) {
    return new CurrentKnowledge(
        Articles.shipped(),
        articles -> new LuceneKnowledgeBase(articles, config.leastAnswerScore()));
  }

  /** Answers by meaning, too, where there are networks. */
  @Produces
  @Singleton
  KnowledgeByMeaning meanings(
      CurrentKnowledge words,
      ClassifierConfig config,
      SolutionConfig solutions,
      Instance<Embedders> embedders) {
    return new KnowledgeByMeaning(
        words,
        config.accurate().enabled() ? embedders.get().ofQuestions() : Map.of(),
        solutions.leastSimilarity(),
        solutions.leastLead());
  }

  @Produces
  @Singleton
  LiveTiers liveTiers(Tiers shipped) {
    return new LiveTiers(shipped);
  }

  @Produces
  @Singleton
  Learning learning(
      Tiers shipped,
      LiveTiers live,
      ModelStore models,
      CorrectionStore corrections,
      LearningConfig config,
      Clock clock) {
    return new Learning(shipped, live, models, corrections, config.mostPerProject(), clock);
  }

  @Produces
  @Singleton
  Assessor assessor(
      LiveTiers live, SupportAdvisor advisor, CurrentKnowledge words, KnowledgeByMeaning meanings) {
    return new Assessor(live, advisor, words, meanings);
  }

  @Produces
  @Singleton
  EventClassifier eventClassifier(Assessor assessor, Diagnostician diagnostician) {
    return new EventClassifier(assessor, diagnostician);
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
