package dev.supportpulse.classifier.need;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.events.Sentiment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.1, POSITIVE, 0.9",
    "0.1, 0.6, NEGATIVE, 0.6",
    "0.2, 0.3, NEUTRAL,  0.7",
    "0.5, 0.5, NEUTRAL,  0.5",
    "0.7, 0.8, NEGATIVE, 0.8"
  })
  void namesWhatIsLikelierThanNot(
      double positive, double negative, Sentiment sentiment, double confidence) {
    assertThat(Tone.of(positive, negative)).isEqualTo(new Tone(sentiment, confidence));
  }
}
