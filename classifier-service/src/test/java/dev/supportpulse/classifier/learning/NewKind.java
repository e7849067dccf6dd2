package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.NeedCategory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts about weaving mills, which no training text speaks of. Their people want to be shown how to
 * do it, though it sounds as if something were broken.
 */
final class NewKind {

  static final NeedCategory LABEL = NeedCategory.TRAINING;

  private static final String[] PARTS = {
    "warp beam", "shuttle", "heddle frame", "reed", "dobby", "jacquard head", "weft feeder"
  };
  private static final String[] SIGNS = {
    "slips", "loses tension", "snags", "skips picks", "drifts to the left", "stops short"
  };
  private static final String[] MOMENTS = {
    "after we changed to linen",
    "since the night shift",
    "whenever we rethread it",
    "with the new yarn",
    "on the second loom"
  };
  private static final String[] WORKERS = {
    "Our weavers", "The apprentices", "Two of our mechanics", "The whole dressing room"
  };

  private NewKind() {}

  /** The text of that number; neighbours differ. */
  static NeedText text(int number) {
    String text =
        "%s say the %s %s %s."
            .formatted(
                pick(WORKERS, number),
                pick(PARTS, number / 2),
                pick(SIGNS, number / 3),
                pick(MOMENTS, number / 5));
    return NeedText.of(null, text);
  }

  /** That many corrections with consecutive sequences. */
  static List<CorrectedText> corrections(int count, long firstSequence) {
    return IntStream.range(0, count)
        .mapToObj(i -> new CorrectedText(firstSequence + i, text(i), LABEL))
        .toList();
  }

  private static String pick(String[] words, int number) {
    return words[number % words.length];
  }
}
