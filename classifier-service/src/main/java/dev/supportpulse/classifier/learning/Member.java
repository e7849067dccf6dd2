package dev.supportpulse.classifier.learning;

import java.util.List;

/**
 * Heads that are trained apart from others and whose scores are added to theirs. Trained together,
 * many rare terms learn the training texts by heart and leave embeddings too little to say.
 *
 * @param plain whether they read words {@linkplain LabelledText#plain as they were written}
 * @param weight of their scores
 */
record Member(Settings settings, boolean plain, double weight) {

  /** The texts as these heads read them. */
  List<LabelledText> read(List<LabelledText> texts) {
    return plain ? texts.stream().map(LabelledText::plain).toList() : texts;
  }
}
