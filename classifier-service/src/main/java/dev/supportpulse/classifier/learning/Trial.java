package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.Heads;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts to learn from and texts to judge.
 *
 * @param train of the same projects as those to judge
 * @param others to learn from, too: of other projects and without their wrapping
 */
record Trial(List<LabelledText> train, List<LabelledText> others, List<LabelledText> test) {

  /** How much heads count that know fewer texts, but those of the same source. */
  private static final double OWN = 0.6;

  Trial {
    train = List.copyOf(train);
    others = List.copyOf(others);
    test = List.copyOf(test);
  }

  /** Scores of the test texts, in their order, by heads that learned from all others. */
  List<Judged> together(Settings settings, Coordinates coordinates) {
    Trained heads = new HeadTrainer(settings, coordinates).train(learned());
    return test.stream().map(text -> new Judged(text, heads.scores(text, coordinates))).toList();
  }

  /** All texts to learn from. */
  List<LabelledText> learned() {
    return Stream.concat(train.stream(), others.stream()).toList();
  }

  /**
   * Scores of the test texts, in their order, by several kinds of heads together: each kind that
   * learned from all other texts, and each kind that learned from the texts of the same source
   * only, which is what a project with labels of its own can have. Heads that read the wrapping
   * learn nothing from {@link #others}, which have none.
   */
  List<Judged> bySource(List<Member> members, Coordinates coordinates) {
    double[][] sums = new double[test.size()][Heads.COUNT];
    Set<String> sources = test.stream().map(LabelledText::source).collect(Collectors.toSet());
    for (Member member : members) {
      Trial read =
          new Trial(member.read(train), member.plain() ? List.of() : others, member.read(test));
      add(member.weight(), read.together(member.settings(), coordinates), text -> true, sums);
      for (String source : sources) {
        List<LabelledText> own =
            read.train.stream().filter(text -> text.source().equals(source)).toList();
        List<Judged> judged =
            new Trial(own, List.of(), read.test).together(member.settings(), coordinates);
        add(OWN * member.weight(), judged, text -> text.source().equals(source), sums);
      }
    }
    return IntStream.range(0, sums.length).mapToObj(i -> new Judged(test.get(i), sums[i])).toList();
  }

  private static void add(
      double weight, List<Judged> judged, Predicate<LabelledText> part, double[][] sums) {
    for (int i = 0; i < sums.length; i++) {
      if (part.test(judged.get(i).text())) {
        double[] scores = judged.get(i).scores();
        for (int head = 0; head < Heads.COUNT; head++) {
          sums[i][head] += weight * scores[head];
        }
      }
    }
  }
}
