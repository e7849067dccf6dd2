package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.time.LocalDate;
import java.util.Map;

/**
 * Where a model comes from and how good it was found to be.
 *
 * @param version names the model: a hash of its training data, its parameters, its feature scheme,
 *     its calibration and its thresholds
 * @param sequence precedence between models: the classification of the higher one counts
 * @param trainedOn when it was trained
 * @param texts how many texts of each category it was trained on
 * @param dataHashes SHA-256 of each training file, by file name
 * @param figures cross-validated quality by name, such as {@code macroF1}
 */
public record ModelInfo(
    String version,
    long sequence,
    LocalDate trainedOn,
    Map<NeedCategory, Integer> texts,
    Map<String, String> dataHashes,
    Map<String, Double> figures) {

  public ModelInfo {
    texts = Map.copyOf(texts);
    dataHashes = Map.copyOf(dataHashes);
    figures = Map.copyOf(figures);
  }

  /** The same with another precedence. */
  public ModelInfo with(long otherSequence) {
    return new ModelInfo(version, otherSequence, trainedOn, texts, dataHashes, figures);
  }
}
