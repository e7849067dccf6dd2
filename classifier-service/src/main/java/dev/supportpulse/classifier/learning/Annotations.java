package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that traits are learned from, all written for this project: one JSON object a line,
 * {@code {"id", "lang", "text", "sentiment", "tags": []}}.
 *
 * @param hash SHA-256 of the file
 */
record Annotations(List<AnnotatedText> texts, String hash) {

  /** Where it stands on the class path. */
  private static final String FILE = "/corpus/annotated.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  Annotations {
    texts = List.copyOf(texts);
  }

  /**
   * Those that ship.
   *
   * @throws IOException if the file is missing or holds a line that is no annotated text
   */
  static Annotations shipped() throws IOException {
    try (InputStream in = Annotations.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("the class path lacks " + FILE);
      }
      byte[] bytes = in.readAllBytes();
      List<AnnotatedText> texts = new ArrayList<>();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        texts.add(JSON.readValue(line, AnnotatedText.class));
      }
      return new Annotations(texts, Corpus.sha256(bytes));
    }
  }
}
