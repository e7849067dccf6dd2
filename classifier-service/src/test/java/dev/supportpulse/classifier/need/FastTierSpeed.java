package dev.supportpulse.classifier.need;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Prints how many texts a second one core classifies, and the 99th percentile of one text: the
 * figures of {@code docs/model-card.md}. Texts are the lines of the seed corpus, wrapping included.
 */
final class FastTierSpeed {

  private static final int ROUNDS = 40;

  private FastTierSpeed() {}

  public static void main(String[] args) throws IOException {
    NeedClassifier classifier = ShippedModel.classifier();
    List<NeedText> texts = texts();
    classifyAll(classifier, texts, ROUNDS / 2);
    long[] nanos = classifyAll(classifier, texts, ROUNDS);
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%d texts, %.0f texts/s, median %.3f ms, p99 %.3f ms%n",
        nanos.length,
        nanos.length / (Arrays.stream(nanos).sum() / 1e9),
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static long[] classifyAll(NeedClassifier classifier, List<NeedText> texts, int rounds) {
    long[] nanos = new long[rounds * texts.size()];
    int n = 0;
    for (int round = 0; round < rounds; round++) {
      for (NeedText text : texts) {
        long start = System.nanoTime();
        Objects.requireNonNull(classifier.classify(text));
        nanos[n++] = System.nanoTime() - start;
      }
    }
    return nanos;
  }

  private static List<NeedText> texts() throws IOException {
    try (InputStream in = FastTierSpeed.class.getResourceAsStream("/corpus/written.jsonl")) {
      byte[] lines = Objects.requireNonNull(in, "no /corpus/written.jsonl").readAllBytes();
      return new String(lines, StandardCharsets.UTF_8)
          .lines()
          .map(line -> NeedText.of(null, line))
          .toList();
    }
  }
}
