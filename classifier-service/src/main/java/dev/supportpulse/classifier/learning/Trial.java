package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import java.util.ArrayList;
import java.util.List;

/** Texts to learn from and texts to judge. */
record Trial(List<LabelledText> train, List<LabelledText> test) {

  Trial {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /** Scores of the test texts, in their order, by heads that learned from all others. */
  List<Judged> together(Settings settings, Coordinates coordinates) {
    Trained heads = new HeadTrainer(settings, coordinates).train(train);
    return test.stream().map(text -> new Judged(text, heads.scores(text, coordinates))).toList();
  }

  /**
   * The same, but each text is scored by those heads plus heads that learned from the texts of its
   * own source only: what a project with labels of its own can have.
   */
  List<Judged> bySource(Settings settings, Coordinates coordinates) {
    List<Judged> all = together(settings, coordinates);
    List<Judged> judged = new ArrayList<>(all);
    for (String source : test.stream().map(LabelledText::source).distinct().toList()) {
      Trained own =
          new HeadTrainer(settings, coordinates)
              .train(train.stream().filter(text -> text.source().equals(source)).toList());
      for (int i = 0; i < judged.size(); i++) {
        LabelledText text = test.get(i);
        if (text.source().equals(source)) {
          double[] scores = all.get(i).scores();
          double[] more = own.scores(text, coordinates);
          for (int head = 0; head < Heads.COUNT; head++) {
            scores[head] += more[head];
          }
          judged.set(i, new Judged(text, scores));
        }
      }
    }
    return judged;
  }
}
