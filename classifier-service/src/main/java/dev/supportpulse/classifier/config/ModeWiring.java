package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.assessment.EventClassifier;
import dev.supportpulse.classifier.assessment.LiveTiers;
import dev.supportpulse.classifier.mode.Histories;
import dev.supportpulse.classifier.mode.NeedObserver;
import dev.supportpulse.classifier.mode.NeedStore;
import dev.supportpulse.classifier.mode.RuleBooks;
import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.classifier.mode.SupportAdvisor;
import dev.supportpulse.classifier.mode.SupportTool;
import dev.supportpulse.classifier.modefile.RuleFile;
import dev.supportpulse.classifier.modefile.RuleFolder;
import dev.supportpulse.classifier.tool.ProvenTools;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.classifier.tool.ToolCatalogue;
import dev.supportpulse.events.ClassifierTier;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes beans of the choice of support. */
@ApplicationScoped
public class ModeWiring {

  private static final String SHIPPED = "/modes.yaml";

  /** Rules may name the tools that are offered, and those that only the catalogue knows. */
  @Produces
  @Singleton
  RuleFile ruleFile(ClassifierConfig config, ModeConfig modes, ToolCatalogue catalogue) {
    return new RuleFile(nameable(config.tools(), catalogue), modes.mostRules());
  }

  static Set<String> nameable(List<SupportTool> offered, ToolCatalogue catalogue) {
    return Stream.concat(offered.stream().map(SupportTool::id), own(catalogue).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The tools that only the catalogue knows. */
  private static List<String> own(ToolCatalogue catalogue) {
    Set<String> shipped =
        Arrays.stream(SupportTool.values()).map(SupportTool::id).collect(Collectors.toSet());
    return catalogue.tools().stream().map(Tool::id).filter(id -> !shipped.contains(id)).toList();
  }

  @Produces
  @Singleton
  ProvenTools provenTools(ToolCatalogue catalogue, ToolCatalogueConfig config) {
    return new ProvenTools(own(catalogue), config.recommendedFrom(), config.level());
  }

  @Produces
  @Singleton
  RuleBooks ruleBooks(RuleFile reader) {
    return new RuleBooks(shipped(reader));
  }

  /** At the start: a service whose rules are wrong does not start. */
  @Produces
  @Singleton
  @Startup
  RuleFolder ruleFolder(RuleFile reader, RuleBooks books, ModeConfig config) {
    return new RuleFolder(shipped(reader), config.folder().orElse(null), reader, books);
  }

  @Produces
  @Singleton
  Histories histories() {
    return new Histories();
  }

  @Produces
  @Singleton
  SupportAdvisor advisor(
      ClassifierConfig config, RuleBooks books, Histories histories, ProvenTools proven) {
    return new SupportAdvisor(config.tools(), books, histories, proven);
  }

  /** Needs are read by the fast tier: it takes a tenth of a millisecond. */
  @Produces
  @Singleton
  NeedObserver needs(NeedStore store, LiveTiers live) {
    return new NeedObserver(
        store,
        (data, project) ->
            live.now().of(ClassifierTier.FAST).read(EventClassifier.text(data), project).need());
  }

  private static RuleSet shipped(RuleFile reader) {
    try (InputStream in = ModeWiring.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + SHIPPED);
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return reader.read(SHIPPED, RuleSet.DEFAULT, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
