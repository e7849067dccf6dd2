package dev.supportpulse.classifier.config;

import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.classifier.tool.ToolCatalogue;
import dev.supportpulse.classifier.tool.ToolObserver;
import dev.supportpulse.classifier.tool.ToolStore;
import dev.supportpulse.events.ClassifierTier;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Makes beans of the tools. */
@ApplicationScoped
public class ToolWiring {

  private static final String SHIPPED = "/tools.yaml";

  /** At the start: a service whose catalogue is wrong does not start. */
  @Produces
  @Singleton
  @Startup
  ToolCatalogue catalogue(ToolCatalogueConfig config) {
    List<Tool> shipped = ToolFile.read(SHIPPED, shipped());
    return new ToolCatalogue(
        config
            .file()
            .map(
                file -> {
                  try {
                    String yaml = Files.readString(file);
                    return ToolFile.merged(shipped, ToolFile.read(file.toString(), yaml));
                  } catch (IOException e) {
                    throw new UncheckedIOException(
                        "can't read supportpulse.classifier.tool-catalogue.file=" + file, e);
                  }
                })
            .orElse(shipped));
  }

  /** What cases are about is read by the fast tier: it takes a tenth of a millisecond. */
  @Produces
  @Singleton
  ToolObserver tools(ToolStore store, Tiers tiers) {
    return new ToolObserver(store, text -> tiers.of(ClassifierTier.FAST).classify(text).category());
  }

  private static String shipped() {
    try (InputStream in = ToolWiring.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + SHIPPED);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
