package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supportpulse.classifier.need.CleanText;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.Opening;
import dev.supportpulse.classifier.need.TextCleaner;
import dev.supportpulse.events.NeedCategory;

/**
 * A text and what a human said that it is about.
 *
 * @param source where it comes from, such as {@code owner/repo#1, via collection}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LabelledText(
    String id,
    String language,
    NeedCategory label,
    String source,
    String text,
    CleanText clean,
    FeatureVector features,
    FeatureVector opening)
    implements PreparedText {

  private static final int MOST = TextCleaner.MAX_CHARS;

  @JsonCreator
  static LabelledText of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "lang", required = true) String language,
      @JsonProperty(value = "label", required = true) NeedCategory label,
      @JsonProperty(value = "source", required = true) String source,
      @JsonProperty(value = "text", required = true) String text) {
    CleanText clean = TextCleaner.clean(NeedText.of(null, text));
    return new LabelledText(
        id, language, label, source, text, clean, FeatureVector.of(clean), Opening.of(clean));
  }

  /** The same, read word by word as it was written, its wrapping included; without an opening. */
  LabelledText plain() {
    String raw = text.length() <= MOST ? text : text.substring(0, MOST);
    return new LabelledText(
        id,
        language,
        label,
        source,
        text,
        clean,
        FeatureVector.ofWords(raw),
        FeatureVector.ofWords(""));
  }

  /** Whether it was written for this project rather than by a user of another. */
  boolean isWritten() {
    return source.startsWith("written");
  }

  /**
   * The collection that the text came through: texts of one collection share style and labeller, so
   * a fair test keeps them together.
   */
  String collection() {
    int via = source.lastIndexOf("via ");
    return via < 0 ? source : source.substring(via + "via ".length());
  }
}
