package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.supportpulse.classifier.need.CleanText;
import dev.supportpulse.classifier.need.FeatureVector;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.Opening;
import dev.supportpulse.classifier.need.TextCleaner;
import dev.supportpulse.classifier.need.Trait;
import dev.supportpulse.events.Sentiment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A text and the traits that a human found in it. */
record AnnotatedText(
    String id,
    String language,
    Set<Trait> traits,
    CleanText clean,
    FeatureVector features,
    FeatureVector opening)
    implements PreparedText {

  AnnotatedText {
    traits = Set.copyOf(traits);
  }

  @JsonCreator
  static AnnotatedText of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "lang", required = true) String language,
      @JsonProperty(value = "text", required = true) String text,
      @JsonProperty(value = "sentiment", required = true) Sentiment sentiment,
      @JsonProperty(value = "tags", required = true) List<Trait> tags) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(tags);
    if (sentiment != Sentiment.NEUTRAL) {
      traits.add(Trait.valueOf(sentiment.name()));
    }
    CleanText clean = TextCleaner.clean(NeedText.of(null, text));
    return new AnnotatedText(
        id, language, traits, clean, FeatureVector.of(clean), Opening.of(clean));
  }

  Sentiment sentiment() {
    return traits.contains(Trait.POSITIVE)
        ? Sentiment.POSITIVE
        : traits.contains(Trait.NEGATIVE) ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
  }
}
