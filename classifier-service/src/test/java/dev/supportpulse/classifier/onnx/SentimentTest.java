package dev.supportpulse.classifier.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.TraitFile;
import dev.supportpulse.events.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * How sentiment is heard in texts that it was not learned from: the phrases of the sample feeds,
 * which another hand wrote. Bars are a little below what the model card tells.
 */
class SentimentTest {

  private static final Embedders embedders = load();
  private static final NeedClassifier ACCURATE = accurate();
  private static final NeedClassifier FAST = ShippedModel.classifier();

  @AfterAll
  static void close() {
    embedders.close();
  }

  @Test
  void theAccurateTierHearsPraiseAndComplaint() {
    assertThat(share(ACCURATE, "en", "praise", Sentiment.POSITIVE)).isGreaterThan(0.85);
    assertThat(share(ACCURATE, "zh", "praise", Sentiment.POSITIVE)).isGreaterThan(0.6);
    assertThat(share(ACCURATE, "en", "complaints", Sentiment.NEGATIVE)).isGreaterThan(0.6);
    assertThat(share(ACCURATE, "zh", "complaints", Sentiment.NEGATIVE)).isGreaterThan(0.5);
  }

  @Test
  void neitherTierHearsItInFactualReports() {
    for (NeedClassifier tier : List.of(FAST, ACCURATE)) {
      for (String language : List.of("en", "zh")) {
        assertThat(share(tier, language, "needs", Sentiment.NEUTRAL)).isGreaterThan(0.92);
      }
    }
  }

  @Test
  void theFastTierIsRatherNeutralThanWrong() {
    for (String language : List.of("en", "zh")) {
      assertThat(share(FAST, language, "praise", Sentiment.NEGATIVE)).isLessThan(0.15);
      assertThat(share(FAST, language, "complaints", Sentiment.POSITIVE)).isLessThan(0.2);
    }
  }

  private static double share(
      NeedClassifier tier, String language, String part, Sentiment sentiment) {
    List<String> texts = phrases(language, part);
    long heard =
        texts.stream()
            .filter(text -> tier.classify(NeedText.of(null, text)).tone().sentiment() == sentiment)
            .count();
    return (double) heard / texts.size();
  }

  private static List<String> phrases(String language, String part) {
    try (InputStream in =
        SentimentTest.class.getResourceAsStream("/samples/phrasebook." + language + ".json")) {
      JsonNode found =
          new ObjectMapper().readTree(Objects.requireNonNull(in, "no phrasebook")).get(part);
      List<String> texts = new ArrayList<>();
      found.forEach(
          one -> {
            if (one.isTextual()) {
              texts.add(one.textValue());
            } else {
              one.forEach(text -> texts.add(text.textValue()));
            }
          });
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Embedders load() {
    try {
      return Embedders.load();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NeedClassifier accurate() {
    try (InputStream needs = open("need-accurate.model");
        InputStream traits = open("traits-accurate.model")) {
      return new NeedClassifier(
          ModelFile.read(needs), TraitFile.read(traits), Embeddings.of(embedders.all()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        SentimentTest.class.getResourceAsStream("/model/" + file), "no /model/" + file);
  }
}
