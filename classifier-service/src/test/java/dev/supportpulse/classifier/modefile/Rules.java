package dev.supportpulse.classifier.modefile;

import dev.supportpulse.classifier.mode.RuleSet;
import dev.supportpulse.classifier.mode.SupportTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Rule sets for tests. */
public final class Rules {

  private Rules() {}

  /** Reads rules that may name every tool that ships. */
  public static RuleFile reader() {
    return new RuleFile(
        Arrays.stream(SupportTool.values()).map(SupportTool::id).collect(Collectors.toSet()), 200);
  }

  /** The default rule set that ships. */
  public static RuleSet shipped() {
    return of(RuleSet.DEFAULT, text(Path.of("src/main/resources/modes.yaml")));
  }

  /** That text as the rule set of a project. */
  public static RuleSet of(String project, String yaml) {
    return reader().read(project + ".yaml", project, yaml);
  }

  /** What a file of this module's folder says. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
