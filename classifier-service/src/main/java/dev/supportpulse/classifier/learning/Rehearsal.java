package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.events.NeedCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Texts of the seed corpus as the shared model of a tier reads them. A project's heads rehearse
 * some of them, so that they don't unlearn them; others are held back to see whether they did. The
 * shared model has learned all of them, which makes it the harder to beat there.
 *
 * @param rehearsed up to {@value #REHEARSED} of each category
 * @param heldBack up to {@value #HELD_BACK} of each category, none of which is rehearsed
 */
record Rehearsal(List<Example> rehearsed, List<Example> heldBack) {

  private static final int REHEARSED = 30;
  private static final int HELD_BACK = 70;

  Rehearsal {
    rehearsed = List.copyOf(rehearsed);
    heldBack = List.copyOf(heldBack);
  }

  /** Reads the texts; in the accurate tier that takes some seconds. */
  static Rehearsal read(NeedClassifier shared) {
    List<Example> rehearsed = new ArrayList<>();
    List<Example> heldBack = new ArrayList<>();
    List<LabelledText> texts = shuffledSeed();
    for (NeedCategory category : NeedCategory.values()) {
      List<Example> ofCategory =
          texts.stream()
              .filter(text -> text.label() == category)
              .limit(REHEARSED + HELD_BACK)
              .map(text -> example(text, shared))
              .toList();
      int split = Math.min(REHEARSED, ofCategory.size());
      rehearsed.addAll(ofCategory.subList(0, split));
      heldBack.addAll(ofCategory.subList(split, ofCategory.size()));
    }
    return new Rehearsal(rehearsed, heldBack);
  }

  private static Example example(LabelledText text, NeedClassifier shared) {
    return new Example(text.label(), shared.read(NeedText.of(null, text.text()), null));
  }

  /** Always in the same order, which has nothing to do with that of the file. */
  private static List<LabelledText> shuffledSeed() {
    try {
      return Corpus.seed().texts().stream()
          .sorted(
              Comparator.comparing(
                  text -> Corpus.sha256(text.id().getBytes(StandardCharsets.UTF_8))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
