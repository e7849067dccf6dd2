package dev.supportpulse.classifier.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.events.NeedCategory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two projects that mean opposite things by the same words. */
class TrialTest {

  private static final List<Member> TERMS = List.of(new Member(Settings.terms(8), false, 1));

  @Test
  void whatAProjectMeansByItsWordsIsHeardInItAlone() {
    List<LabelledText> train = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      train.add(text("mill", NeedCategory.FUNCTIONAL_DEFECT, "the shuttle slips"));
      train.add(text("mill", NeedCategory.USAGE_QUESTION, "how to thread the loom"));
      train.add(text("mill", NeedCategory.PERFORMANCE, "weaving takes hours"));
      train.add(text("space", NeedCategory.PERFORMANCE, "docking takes hours"));
      train.add(text("space", NeedCategory.FEATURE_REQUEST, "the shuttle slips"));
      train.add(text("space", NeedCategory.USAGE_QUESTION, "how to dock the station"));
    }
    Trial trial =
        new Trial(
            train,
            List.of(),
            List.of(
                text("mill", NeedCategory.FUNCTIONAL_DEFECT, "my shuttle slips"),
                text("space", NeedCategory.FEATURE_REQUEST, "my shuttle slips")));

    assertThat(categories(trial.bySource(TERMS, Coordinates.NONE)))
        .containsExactly(NeedCategory.FUNCTIONAL_DEFECT, NeedCategory.FEATURE_REQUEST);
  }

  /** Neither project has asked for training. */
  @Test
  void otherProjectsTeachWhatNoneOfTheseHasSaid() {
    List<LabelledText> train = new ArrayList<>();
    List<LabelledText> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      train.add(text("mill", NeedCategory.FUNCTIONAL_DEFECT, "the shuttle slips"));
      train.add(text("mill", NeedCategory.PERFORMANCE, "weaving takes hours"));
      train.add(text("mill", NeedCategory.USAGE_QUESTION, "how to thread the loom"));
      others.add(text("space", NeedCategory.TRAINING, "please offer a course for beginners"));
    }
    List<LabelledText> test =
        List.of(text("mill", NeedCategory.TRAINING, "is there a course for beginners"));

    assertThat(categories(new Trial(train, others, test).bySource(TERMS, Coordinates.NONE)))
        .containsExactly(NeedCategory.TRAINING);
    assertThat(categories(new Trial(train, List.of(), test).bySource(TERMS, Coordinates.NONE)))
        .doesNotContain(NeedCategory.TRAINING);
  }

  @Test
  void theFormsOfAProjectTellItsKindsApart() {
    List<LabelledText> train = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      train.add(text("p", NeedCategory.FUNCTIONAL_DEFECT, "# Expected\n# Observed\nit is odd"));
      train.add(text("p", NeedCategory.FEATURE_REQUEST, "# Wish\n# Benefit\nit is odd"));
      train.add(text("p", NeedCategory.OTHER, "minutes of the meeting"));
    }
    Trial trial =
        new Trial(
            train,
            List.of(),
            List.of(
                text("p", NeedCategory.FUNCTIONAL_DEFECT, "# Expected\n# Observed\nit is new"),
                text("p", NeedCategory.FEATURE_REQUEST, "# Wish\n# Benefit\nit is new")));
    List<Member> words = List.of(new Member(Settings.terms(8), true, 1));

    assertThat(categories(trial.bySource(words, Coordinates.NONE)))
        .containsExactly(NeedCategory.FUNCTIONAL_DEFECT, NeedCategory.FEATURE_REQUEST);
    // Cleaned of their forms they are the same.
    assertThat(categories(trial.bySource(TERMS, Coordinates.NONE)).stream().distinct()).hasSize(1);
  }

  private static List<NeedCategory> categories(List<Judged> judged) {
    return judged.stream().map(text -> text.under(Calibrations.none()).category()).toList();
  }

  private static LabelledText text(String source, NeedCategory label, String text) {
    return LabelledText.of("id", "en", label, source, text);
  }
}
