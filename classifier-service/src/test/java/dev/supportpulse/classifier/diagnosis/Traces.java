package dev.supportpulse.classifier.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Traces shaped like real ones, under {@code /traces}. */
final class Traces {

  static final List<String> ALL =
      List.of(
          "java-chain",
          "java-main",
          "kotlin",
          "python-chain",
          "python-installed",
          "node",
          "node-cause",
          "firefox",
          "go-nil",
          "go-index",
          "rust",
          "rust-plain",
          "csharp-inner",
          "csharp-chinese");

  private Traces() {}

  static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(Traces.class.getResourceAsStream("/traces/" + name + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StackTrace parsed(String name) {
    return StackTraces.find(text(name)).orElseThrow();
  }
}
