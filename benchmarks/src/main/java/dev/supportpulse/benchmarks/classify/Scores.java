package dev.supportpulse.benchmarks.classify;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How good predictions are.
 *
 * @param accuracy the share of right ones, in [0, 1]
 * @param macroF1 the mean of the labels' F1; of a task by source the mean of the sources'
 */
public record Scores(double accuracy, double macroF1) {

  /**
   * Of predictions of the task's test texts, in their order.
   *
   * @throws IllegalArgumentException if there are more or fewer than texts
   */
  public static Scores of(Task task, List<String> predicted) {
    if (predicted.size() != task.test().size()) {
      throw new IllegalArgumentException(
          predicted.size() + " predictions of " + task.test().size() + " texts");
    }
    double accuracy =
        (double) all(task).filter(i -> label(task, i).equals(predicted.get(i))).count()
            / predicted.size();
    return new Scores(accuracy, task.bySource() ? bySource(task, predicted) : f1(task, predicted));
  }

  private static double bySource(Task task, List<String> predicted) {
    return task.test().stream()
        .map(Text::source)
        .distinct()
        .mapToDouble(source -> f1(task, predicted, text -> text.source().equals(source)))
        .average()
        .orElseThrow();
  }

  private static double f1(Task task, List<String> predicted) {
    return f1(task, predicted, text -> true);
  }

  /** Over the labels of the whole task. */
  private static double f1(Task task, List<String> predicted, Predicate<Text> part) {
    List<Integer> texts = all(task).filter(i -> part.test(task.test().get(i))).boxed().toList();
    return task.test().stream()
        .map(Text::label)
        .distinct()
        .mapToDouble(label -> f1(task, predicted, texts, label))
        .average()
        .orElseThrow();
  }

  /** 2TP / (2TP + FP + FN); 0 if there is neither a text nor a prediction of the label. */
  private static double f1(Task task, List<String> predicted, List<Integer> texts, String label) {
    long hits = 0;
    long sum = 0;
    for (int i : texts) {
      boolean is = label(task, i).equals(label);
      boolean said = predicted.get(i).equals(label);
      hits += is && said ? 1 : 0;
      sum += (is ? 1 : 0) + (said ? 1 : 0);
    }
    return sum == 0 ? 0 : 2.0 * hits / sum;
  }

  private static IntStream all(Task task) {
    return IntStream.range(0, task.test().size());
  }

  private static String label(Task task, int i) {
    return task.test().get(i).label();
  }
}
