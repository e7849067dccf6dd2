package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.Stored;
import dev.supportpulse.classifier.need.Need;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.need.ShippedModel;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.NeedClassified.Target;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A challenger of the fast tier, from corrections of a kind of need that nobody has seen before.
 */
class ChallengerTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final ClassifierTier FAST = ClassifierTier.FAST;

  private final Tiers tiers = new Tiers(List.of(ShippedModel.classifier()));
  private final Workshop workshop = new Workshop(tiers);
  private final ModelVersion shipped = workshop.version(AT);
  private final ModelSet champion = new ModelSet(shipped, Map.of());

  private ChallengerTrainer trainer;

  @BeforeEach
  void train() {
    trainer = new ChallengerTrainer(shipped, tiers);
  }

  @Test
  void threeHundredCorrectionsOfANewKindMakeABetterOne() {
    ModelSet challenger = train(Map.of("mill", NewKind.corrections(300, 1_000)), champion, null);

    ShadowReport report = Objects.requireNonNull(challenger.version().report());
    Comparison corrections = Objects.requireNonNull(report.corrections().get(FAST));
    assertThat(corrections.texts()).isEqualTo(300);
    assertThat(corrections.championAccuracy()).isLessThan(0.5);
    assertThat(corrections.challengerAccuracy()).isGreaterThan(0.9);
    assertThat(corrections.pValue()).isLessThan(1e-6);
    Comparison heldBack = Objects.requireNonNull(report.heldBack().get(FAST));
    assertThat(heldBack.challengerAccuracy()).isGreaterThan(heldBack.championAccuracy() - 0.02);
    assertThat(report.recommended()).isTrue();
    assertThat(report.against()).isEqualTo(shipped.version());
  }

  @Test
  void aProjectReadsItsOwnTextsBetterAndOthersToTheLastBitAsBefore() throws IOException {
    ModelSet challenger = train(Map.of("mill", NewKind.corrections(60, 1_000)), champion, null);
    NeedClassifier before = tiers.of(FAST);
    NeedClassifier after = workshop.tiers(challenger, 7, Map.of()).of(FAST);

    NeedText unseen = NewKind.text(977);
    assertThat(after.read(unseen, "mill").need().category()).isEqualTo(NewKind.LABEL);
    for (LabelledText seed : Corpus.seed().texts()) {
      NeedText text = NeedText.of(null, seed.text());
      Need old = before.read(text, "other").need();
      assertThat(after.read(text, "other").need()).isEqualTo(old);
      assertThat(after.read(text, null).need()).isEqualTo(old);
    }
    assertThat(after.read(unseen, "other").need()).isEqualTo(before.read(unseen, null).need());
  }

  @Test
  void anotherProjectsCorrectionsLeaveAProjectsHeadsAsTheyAre() {
    List<CorrectedText> mill = NewKind.corrections(40, 1_000);
    ModelSet alone = train(Map.of("mill", mill), champion, null);
    ModelSet both =
        train(Map.of("mill", mill, "other", NewKind.corrections(40, 2_000)), champion, alone);
    ModelSet afresh =
        new ChallengerTrainer(shipped, tiers)
            .train(
                Map.of("mill", mill, "other", NewKind.corrections(40, 2_000)), champion, null, AT);

    assertThat(bytes(both, "mill")).isEqualTo(bytes(alone, "mill"));
    assertThat(bytes(afresh, "mill")).isEqualTo(bytes(alone, "mill"));
    assertThat(afresh.version().version()).isEqualTo(both.version().version());
    assertThat(both.version().version()).isNotEqualTo(alone.version().version());
  }

  @Test
  void whatTheChampionHasLearnedIsNotJudgedAgain() {
    List<CorrectedText> first = NewKind.corrections(40, 1_000);
    ModelSet promoted = train(Map.of("mill", first), champion, null);
    List<CorrectedText> more = new ArrayList<>(first);
    more.addAll(NewKind.corrections(10, 5_000));

    ModelSet challenger = train(Map.of("mill", more), promoted, promoted);

    ShadowReport report = Objects.requireNonNull(challenger.version().report());
    assertThat(Objects.requireNonNull(report.corrections().get(FAST)).texts()).isEqualTo(10);
    assertThat(report.against()).isEqualTo(promoted.version().version());
  }

  @Test
  void whatWasWrittenReadsTheSame() throws IOException {
    ModelSet challenger = train(Map.of("mill", NewKind.corrections(40, 1_000)), champion, null);

    ModelSet read = Workshop.set(challenger.version(), Workshop.files(challenger));

    NeedClassifier one = workshop.tiers(challenger, 7, Map.of()).of(FAST);
    NeedClassifier two = workshop.tiers(read, 7, workshop.files()).of(FAST);
    for (int i = 0; i < 100; i++) {
      NeedText text = NewKind.text(i);
      assertThat(two.read(text, "mill").need()).isEqualTo(one.read(text, "mill").need());
    }
    assertThat(two.model().info().sequence()).isEqualTo(7);
    assertThat(two.model().info().version())
        .startsWith(tiers.of(FAST).model().info().version() + "+");
  }

  @Test
  void theLastCorrectionOfAnEventThatCameWithItsTextIsLearned() {
    List<CorrectedText> texts =
        CorrectedText.of(
            List.of(
                stored(1, "a", NeedCategory.OTHER, "one"),
                stored(2, "b", NeedCategory.OTHER, null),
                stored(3, "c", NeedCategory.OTHER, "three"),
                stored(4, "a", NeedCategory.SECURITY, "one")));

    assertThat(texts)
        .containsExactly(
            new CorrectedText(3, NeedText.of(null, "three"), NeedCategory.OTHER),
            new CorrectedText(4, NeedText.of(null, "one"), NeedCategory.SECURITY));
  }

  private static Stored stored(
      long sequence, String event, NeedCategory category, @Nullable String text) {
    Correction correction =
        new Correction(
            "mill",
            "c-" + sequence,
            new Target("/forum", event),
            category,
            null,
            null,
            null,
            null,
            text,
            "key",
            AT);
    return new Stored(correction, sequence, true, text == null ? null : sequence);
  }

  private ModelSet train(
      Map<String, List<CorrectedText>> corrections, ModelSet against, @Nullable ModelSet before) {
    return trainer.train(corrections, against, before, AT);
  }

  private static byte[] bytes(ModelSet set, String project) {
    return ProjectHeadsFile.write(Map.of(project, Objects.requireNonNull(set.of(FAST, project))));
  }
}
