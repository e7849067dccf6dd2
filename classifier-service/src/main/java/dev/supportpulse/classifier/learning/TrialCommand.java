package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Calibrations;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.onnx.Embedders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Learns from some texts, judges others and prints what it made of them as one line of JSON: for
 * {@code benchmarks/run classifier}.
 *
 * <pre>{@code TrialCommand <fast|accurate> <train.jsonl> <others.jsonl> <test.jsonl> <cache folder>
 * <together|by-source>}</pre>
 */
public final class TrialCommand {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrialCommand() {}

  public static void main(String[] args) throws IOException {
    boolean fast = args[0].equals("fast");
    boolean bySource = args[5].equals("by-source");
    Trial trial = new Trial(read(args[1]), read(args[2]), read(args[3]));
    if (fast) {
      long start = System.nanoTime();
      print(scores(trial, true, bySource, Coordinates.NONE), start);
      return;
    }
    Path cache = Files.createDirectories(Path.of(args[4]));
    TunedVotes tuned = new TunedVotes(NetworkTuner.found(), cache.resolve("votes"));
    try (Embedders embedders = Embedders.published();
        CachedCoordinates coordinates =
            CachedCoordinates.in(
                cache.resolve("embeddings.cache"), Embeddings.of(embedders.all()))) {
      long start = System.nanoTime();
      Voting voting = new Voting(bySource ? Settings.ISSUE_REPORTS : Settings.ACCURATE, tuned);
      // Other projects' texts made the network worse for these.
      Map<LabelledText, double[]> votes = voting.votes(trial.train(), trial.test());
      print(
          scores(trial, false, bySource, coordinates).stream()
              .map(text -> text.plus(votes))
              .toList(),
          start);
    }
  }

  private static List<Judged> scores(
      Trial trial, boolean fast, boolean bySource, Coordinates coordinates) {
    return bySource
        ? trial.bySource(members(fast), coordinates)
        : trial.together(fast ? Settings.FAST : Settings.ACCURATE, coordinates);
  }

  /**
   * What was chosen by cross-validation on the training issues of NLBSE'24 ({@code
   * docs/model-card.md}).
   */
  private static List<Member> members(boolean fast) {
    List<Member> members = new ArrayList<>();
    members.add(new Member(Settings.terms(8), false, 1));
    members.add(new Member(Settings.terms(32), true, 1));
    if (!fast) {
      members.add(new Member(Settings.embeddings(1), false, 2));
    }
    return members;
  }

  private static void print(List<Judged> judged, long start) throws IOException {
    List<String> labels = new ArrayList<>();
    for (Judged text : judged) {
      labels.add(text.under(Calibrations.none()).category().name());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(JSON.writeValueAsString(Map.of("labels", labels, "trainSeconds", seconds)));
  }

  private static List<LabelledText> read(String file) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      texts.add(JSON.readValue(line, LabelledText.class));
    }
    return texts;
  }
}
