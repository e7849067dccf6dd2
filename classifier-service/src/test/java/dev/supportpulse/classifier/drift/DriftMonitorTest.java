package dev.supportpulse.classifier.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedReading;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.TextProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of texts of the seed corpus, drawn at random, with and without a shift in the middle. */
class DriftMonitorTest {

  private static final int BEFORE = 1_000;
  private static final int FLAGGED_WITHIN = 500;

  private static final List<Text> TEXTS = read();

  private final DriftMonitor monitor = new DriftMonitor(training(new Random(11), text -> true));

  private static List<Text> read() {
    NeedClassifier classifier = ShippedModel.classifier();
    ObjectMapper json = new ObjectMapper();
    List<Text> texts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    DriftMonitorTest.class.getResourceAsStream("/corpus/written.jsonl")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode text = json.readTree(line);
        texts.add(
            new Text(
                text.path("lang").asText(),
                text.path("label").asText(),
                classifier.read(NeedText.of(null, text.path("text").asText()), null)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** As the trainer makes it, of texts drawn from the seed corpus. */
  private static TextProfile training(Random random, Predicate<Text> wanted) {
    List<TextProfile.Read> drawn = new ArrayList<>();
    while (drawn.size() < 1_000) {
      NeedReading reading = draw(random, wanted);
      drawn.add(new TextProfile.Read(Heads.of(reading.need().category()), reading.terms()));
    }
    return TextProfile.of(drawn.subList(0, 600), drawn.subList(600, 1_000));
  }

  private record Text(String language, String label, NeedReading reading) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void raisesNoFalseAlarm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      read(random, text -> true);
      assertThat(monitor.drift().start().state()).isNotEqualTo(Drift.State.DRIFTED);
    }
    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.STEADY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void flagsAnotherMixOfNeedsWithinFiveHundredTexts(long seed) {
    Random random = new Random(seed);
    readMany(random, BEFORE, text -> true);

    readMany(
        random, FLAGGED_WITHIN, text -> text.label().equals("SECURITY") || random.nextInt(4) == 0);

    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.DRIFTED);
    assertThat(monitor.drift().start().mix()).isGreaterThan(Drift.LARGE_MIX);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void flagsOtherWordsWithinFiveHundredTexts(long seed) {
    Random random = new Random(seed);
    readMany(random, BEFORE, text -> text.language().equals("en"));
    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.STEADY);

    readMany(random, FLAGGED_WITHIN, text -> text.language().equals("zh"));

    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.DRIFTED);
    assertThat(monitor.drift().start().features()).isGreaterThan(Drift.LARGE_FEATURES);
  }

  /** From the first texts on: there is nothing to wait for. */
  @Test
  void flagsWhatIsUnlikeTheTrainingTextsAtOnce() {
    Random random = new Random(7);
    readMany(random, Window.SIZE, text -> true);
    assertThat(monitor.drift().training().state()).isEqualTo(Drift.State.STEADY);

    monitor.restart(training(random, text -> text.language().equals("en")));
    readMany(random, Window.SIZE, text -> text.language().equals("zh"));

    assertThat(monitor.drift().training().state()).isEqualTo(Drift.State.DRIFTED);
    assertThat(monitor.drift().training().features()).isGreaterThan(Drift.LARGE_FEATURES);
    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.LEARNING);
  }

  @Test
  void theShippedModelTellsWhatItWasTrainedOn() {
    monitor.restart(ShippedModel.load().profile());
    Random random = new Random(7);

    readMany(random, Window.SIZE, text -> true);

    assertThat(monitor.drift().training().state()).isNotEqualTo(Drift.State.LEARNING);
    assertThat(monitor.drift().training().mix()).isBetween(0.0, 1.0);
    assertThat(Math.abs(monitor.drift().training().features())).isLessThan(2);
  }

  @Test
  void beginsAnewWithAnotherModel() {
    Random random = new Random(1);
    readMany(random, BEFORE, text -> text.language().equals("en"));
    readMany(random, FLAGGED_WITHIN, text -> text.language().equals("zh"));

    monitor.restart(training(random, text -> true));

    assertThat(monitor.drift()).isEqualTo(new Drift(0, Drift.Shift.NONE, Drift.Shift.NONE));
    readMany(random, BEFORE, text -> text.language().equals("zh"));
    assertThat(monitor.drift().start().state()).isEqualTo(Drift.State.STEADY);
  }

  private void readMany(Random random, int count, Predicate<Text> wanted) {
    for (int i = 0; i < count; i++) {
      read(random, wanted);
    }
  }

  private void read(Random random, Predicate<Text> wanted) {
    monitor.read(draw(random, wanted));
  }

  private static NeedReading draw(Random random, Predicate<Text> wanted) {
    Text text;
    do {
      text = TEXTS.get(random.nextInt(TEXTS.size()));
    } while (!wanted.test(text));
    return text.reading();
  }
}
