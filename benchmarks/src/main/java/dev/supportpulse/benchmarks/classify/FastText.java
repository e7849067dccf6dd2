package dev.supportpulse.benchmarks.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * fastText (Joulin et al., "Bag of Tricks for Efficient Text Classification", 2017), the peer: the
 * command of Debian's package {@code fasttext}.
 */
public final class FastText {

  private static final String LABEL = "__label__";

  /** A text must take longer than the start of a process to be measured. */
  private static final int REPEATED = 50;

  /** Words and pairs of them, as the fast tier reads them; the rest as its authors advise. */
  private static final List<String> SETTINGS =
      List.of(
          "-wordNgrams",
          "2",
          "-epoch",
          "25",
          "-lr",
          "0.5",
          "-dim",
          "100",
          "-thread",
          "1",
          "-verbose",
          "0");

  private final Path folder;

  private FastText(Path folder) {
    this.folder = folder;
  }

  /**
   * The command, if this machine has it.
   *
   * @param folder where its files go
   */
  public static Optional<FastText> find(Path folder) {
    try {
      Process process = new ProcessBuilder("fasttext").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return Optional.of(new FastText(folder));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Trains on the task's texts, judges the others, and measures both. */
  public Measured measure(Task task) throws IOException, InterruptedException {
    Path train = write("train.txt", task.learned(), 1);
    Path model = folder.resolve("model");
    List<String> learn = new ArrayList<>(List.of("fasttext", "supervised"));
    learn.addAll(List.of("-input", train.toString(), "-output", model.toString()));
    learn.addAll(SETTINGS);
    Child learned = Child.run(learn);

    Child once = predict(write("test.txt", task.test(), 1));
    Child empty = predict(write("empty.txt", List.of(), 1));
    Child often = predict(write("often.txt", task.test(), REPEATED));
    List<String> predicted =
        once.output().lines().map(line -> line.strip().substring(LABEL.length())).toList();
    return new Measured(
        "fastText",
        Scores.of(task, predicted),
        learned.seconds(),
        (double) REPEATED * task.test().size() / (often.seconds() - empty.seconds()),
        Double.NaN,
        empty.seconds() * 1e3,
        once.peakMiB());
  }

  private Child predict(Path texts) throws IOException, InterruptedException {
    return Child.run(
        List.of("fasttext", "predict", folder.resolve("model.bin").toString(), texts.toString()));
  }

  private Path write(String name, List<Text> texts, int times) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (Text text : texts) {
        lines.add(LABEL + text.label() + " " + words(text.text()));
      }
    }
    return Files.write(folder.resolve(name), lines);
  }

  /**
   * One line in lower case, punctuation and Han characters apart: fastText itself cuts at blanks
   * only. This is not counted as its time.
   */
  static String words(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("(\\p{IsHan}|\\p{Punct})", " $1 ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
