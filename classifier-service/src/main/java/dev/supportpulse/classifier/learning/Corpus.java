package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labelled texts, one JSON object a line: {@code {"id", "lang", "text", "label", "source"}}.
 *
 * @param texts in the order of the files
 * @param hashes SHA-256 of each file, by name
 */
record Corpus(List<LabelledText> texts, Map<String, String> hashes) {

  /** Texts written for this project; they ship with it. */
  static final String SEED = "written.jsonl";

  /** Further texts, which don't ship. */
  static final String FURTHER = "training.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  Corpus {
    texts = List.copyOf(texts);
    hashes = Map.copyOf(hashes);
  }

  /** The seed corpus on the class path. */
  static Corpus seed() throws IOException {
    return parse(Map.of(SEED, seedFile()));
  }

  private static byte[] seedFile() throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream("/corpus/" + SEED)) {
      if (in == null) {
        throw new IOException("the class path lacks /corpus/" + SEED);
      }
      return in.readAllBytes();
    }
  }

  /**
   * The file {@value #FURTHER} of a folder, and the seed corpus.
   *
   * @throws IOException if it is missing or holds a line that is no labelled text
   */
  static Corpus load(Path folder) throws IOException {
    byte[] further = Files.readAllBytes(folder.resolve(FURTHER));
    return parse(new TreeMap<>(Map.of(FURTHER, further, SEED, seedFile())));
  }

  private static Corpus parse(Map<String, byte[]> files) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      hashes.put(file.getKey(), sha256(file.getValue()));
      for (String line : new String(file.getValue(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank()) {
          texts.add(JSON.readValue(line, LabelledText.class));
        }
      }
    }
    return new Corpus(texts, hashes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
