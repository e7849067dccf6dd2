package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Calibration;
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
 * <pre>
 * {@code TrialCommand <fast|accurate> <train.jsonl> <test.jsonl> <cache file> <together|by-source>}
 * </pre>
 */
public final class TrialCommand {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrialCommand() {}

  public static void main(String[] args) throws IOException {
    boolean fast = args[0].equals("fast");
    boolean bySource = args[4].equals("by-source");
    Trial trial = new Trial(read(Path.of(args[1])), read(Path.of(args[2])));
    if (fast) {
      print(trial, true, Coordinates.NONE, bySource);
      return;
    }
    try (Embedders embedders = Embedders.published();
        CachedCoordinates coordinates =
            CachedCoordinates.in(Path.of(args[3]), Embeddings.of(embedders.all()))) {
      print(trial, false, coordinates, bySource);
    }
  }

  /**
   * What was chosen by cross-validation on the training issues of NLBSE'24 ({@code
   * docs/model-card.md}).
   */
  static List<Member> members(boolean fast) {
    List<Member> members = new ArrayList<>();
    members.add(new Member(Settings.terms(8), false, 1));
    members.add(new Member(Settings.terms(32), true, 1));
    if (!fast) {
      members.add(new Member(Settings.embeddings(1), false, 2));
    }
    return members;
  }

  private static void print(Trial trial, boolean fast, Coordinates coordinates, boolean bySource)
      throws IOException {
    long start = System.nanoTime();
    List<Judged> judged =
        bySource
            ? trial.bySource(members(fast), coordinates)
            : trial.together(fast ? Settings.FAST : Settings.ACCURATE, coordinates);
    List<String> labels = new ArrayList<>();
    for (Judged text : judged) {
      labels.add(text.under(Calibration.none()).category().name());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(JSON.writeValueAsString(Map.of("labels", labels, "trainSeconds", seconds)));
  }

  private static List<LabelledText> read(Path file) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      texts.add(JSON.readValue(line, LabelledText.class));
    }
    return texts;
  }
}
