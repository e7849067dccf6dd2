package dev.supportpulse.classifier.learning;

import java.util.List;

/** Where labelled texts lie in the spaces of their embeddings. */
interface Coordinates {

  /** For training without embeddings. */
  Coordinates NONE =
      (text, spaces) -> {
        throw new IllegalStateException("there are no embeddings");
      };

  /** The coordinates of a text in some spaces, end to end. */
  float[] of(PreparedText text, List<String> spaces);
}
