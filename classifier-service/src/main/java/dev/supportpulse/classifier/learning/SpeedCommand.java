package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.TraitFile;
import dev.supportpulse.classifier.onnx.Embedders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Loads the shipped models of a tier, reads texts against the clock on one thread and prints how
 * long both took as one line of JSON: for {@code benchmarks/run classifier}.
 *
 * <pre>{@code SpeedCommand <fast|accurate> <texts.jsonl> <rounds>}</pre>
 *
 * <p>One round goes before the clock starts, so that the code is compiled.
 */
public final class SpeedCommand {

  /** So many texts tell the pace of the accurate tier. */
  private static final int SLOW = 100;

  private SpeedCommand() {}

  public static void main(String[] args) throws IOException {
    boolean fast = args[0].equals("fast");
    List<NeedText> texts = read(Path.of(args[1]), fast ? Integer.MAX_VALUE : SLOW);
    int rounds = Integer.parseInt(args[2]);
    long start = System.nanoTime();
    if (fast) {
      print(classifier("", Embeddings.of(List.of())), texts, rounds, start);
      return;
    }
    try (Embedders embedders = Embedders.load()) {
      NeedClassifier accurate = classifier("-accurate", Embeddings.of(embedders.all()));
      print(accurate, texts, rounds, start);
    }
  }

  private static void print(NeedClassifier classifier, List<NeedText> texts, int rounds, long start)
      throws IOException {
    double loadMillis = (System.nanoTime() - start) / 1e6;
    texts.forEach(text -> Objects.requireNonNull(classifier.classify(text)));
    long[] nanos = new long[rounds * texts.size()];
    for (int i = 0; i < nanos.length; i++) {
      long begin = System.nanoTime();
      Objects.requireNonNull(classifier.classify(texts.get(i % texts.size())));
      nanos[i] = System.nanoTime() - begin;
    }
    double seconds = Arrays.stream(nanos).sum() / 1e9;
    Arrays.sort(nanos);
    System.out.println(
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "loadMillis",
                    loadMillis,
                    "textsPerSecond",
                    nanos.length / seconds,
                    "medianMillis",
                    nanos[nanos.length / 2] / 1e6,
                    "p99Millis",
                    nanos[nanos.length * 99 / 100] / 1e6)));
  }

  private static NeedClassifier classifier(String suffix, Embeddings embeddings)
      throws IOException {
    try (InputStream needs = open("need" + suffix + ".model");
        InputStream traits = open("traits" + suffix + ".model")) {
      return new NeedClassifier(ModelFile.read(needs), TraitFile.read(traits), embeddings);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = SpeedCommand.class.getResourceAsStream("/model/" + file);
    if (in == null) {
      throw new IOException("the class path lacks /model/" + file);
    }
    return in;
  }

  private static List<NeedText> read(Path file, int most) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<NeedText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().limit(most).toList()) {
      JsonNode text = json.readTree(line);
      texts.add(NeedText.of(null, text.path("text").asText()));
    }
    return texts;
  }
}
