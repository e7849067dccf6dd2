package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Decision;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes go in, what comes out is of the closed sets and in range. The inputs follow from
 * their number alone, so a failure names one that can be tried again.
 */
class ClosedSetFuzzTest {

  /** A share of the million that continuous integration asks for ({@code .ci/run}). */
  private static final int INPUTS = Integer.getInteger("supportpulse.fuzz.inputs", 100_000);

  private static final Set<NeedCategory> CATEGORIES = EnumSet.allOf(NeedCategory.class);
  private static final Set<SecondaryNeed> TAGS = EnumSet.allOf(SecondaryNeed.class);
  private static final Set<Sentiment> SENTIMENTS = EnumSet.allOf(Sentiment.class);

  /** What the stages look at. */
  private static final byte[] HOSTILE =
      "<>`#*[]()!-_./:@%?'\n\t ab1中文é升级".getBytes(StandardCharsets.UTF_8);

  private static final int LONGEST = 120;

  private final NeedClassifier classifier = ShippedModel.classifier();
  private final List<byte[]> texts = texts();

  @Test
  void nothingElseComesOut() {
    for (int i = 0; i < INPUTS; i++) {
      Need need = classifier.classify(NeedText.of(null, input(i)));
      if (!isClosed(need)) {
        throw new AssertionError("input " + i + " gave " + need);
      }
    }
  }

  @Test
  void inputsFollowFromTheirNumber() {
    assertThat(input(17)).isEqualTo(input(17)).isNotEqualTo(input(18));
  }

  /** Without an assertion library, which would take longer than the classifier. */
  private static boolean isClosed(Need need) {
    return CATEGORIES.contains(need.category())
        && isProbability(need.confidence())
        && (need.decision() == Decision.AUTO || need.decision() == Decision.REVIEW)
        && need.alternatives().stream()
            .allMatch(one -> CATEGORIES.contains(one.category()) && isProbability(one.confidence()))
        && need.secondary().stream()
            .allMatch(one -> TAGS.contains(one.need()) && isProbability(one.confidence()))
        && SENTIMENTS.contains(need.tone().sentiment())
        && isProbability(need.tone().confidence());
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  /**
   * Any bytes, bytes that the stages look at, any UTF-16, or a real text with some bytes broken.
   */
  private String input(int number) {
    SplittableRandom random = new SplittableRandom(number);
    return switch (number % 4) {
      case 0 -> anyBytes(random);
      case 1 -> hostile(random);
      case 2 -> anyChars(random);
      default -> broken(random);
    };
  }

  private static String anyBytes(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String hostile(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(LONGEST)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = HOSTILE[random.nextInt(HOSTILE.length)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String anyChars(SplittableRandom random) {
    char[] chars = new char[random.nextInt(LONGEST)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) random.nextInt(Character.MAX_VALUE + 1);
    }
    return new String(chars);
  }

  private String broken(SplittableRandom random) {
    byte[] text = texts.get(random.nextInt(texts.size())).clone();
    for (int left = random.nextInt(8); left > 0; left--) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static List<byte[]> texts() {
    try (InputStream in = ClosedSetFuzzTest.class.getResourceAsStream("/corpus/annotated.jsonl")) {
      return new String(
              Objects.requireNonNull(in, "no /corpus/annotated.jsonl").readAllBytes(),
              StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
