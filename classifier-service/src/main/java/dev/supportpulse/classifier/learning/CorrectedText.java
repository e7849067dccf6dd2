package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a correction says of a text.
 *
 * @param learnable its place in the order in which corrections can be learned from
 */
record CorrectedText(long learnable, NeedText text, NeedCategory label) {

  /**
   * What a project's corrections say, the last one of each event, in the order in which they can be
   * learned from. Those of which it isn't known what the event says are left out.
   */
  static List<CorrectedText> of(Collection<Stored> corrections) {
    Map<Target, Stored> lastOfTarget = new HashMap<>();
    for (Stored stored : corrections) {
      if (stored.learnable() != null) {
        lastOfTarget.merge(
            stored.correction().target(),
            stored,
            (one, other) -> one.sequence() > other.sequence() ? one : other);
      }
    }
    return lastOfTarget.values().stream()
        .map(CorrectedText::of)
        .sorted(Comparator.comparingLong(CorrectedText::learnable))
        .toList();
  }

  private static CorrectedText of(Stored stored) {
    Correction correction = stored.correction();
    return new CorrectedText(
        Objects.requireNonNull(stored.learnable()),
        NeedText.of(correction.title(), correction.text()),
        correction.category());
  }

  /** What a version has learned that has learned all of these. */
  static Lesson lesson(List<CorrectedText> texts) {
    StringBuilder all = new StringBuilder();
    long last = 0;
    for (CorrectedText text : texts) {
      String joined = text.text().joined();
      all.append(text.label()).append(' ').append(joined.length()).append(' ').append(joined);
      last = Math.max(last, text.learnable());
    }
    return new Lesson(
        texts.size(), last, Corpus.sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
