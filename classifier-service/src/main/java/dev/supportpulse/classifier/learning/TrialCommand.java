package dev.supportpulse.classifier.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.need.Calibration;
import dev.supportpulse.classifier.need.Embeddings;
import dev.supportpulse.classifier.need.Language;
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
    boolean bySource = args[4].equals("by-source");
    Settings settings = settings(args[0].equals("fast"), bySource);
    Trial trial = new Trial(read(Path.of(args[1])), read(Path.of(args[2])));
    if (settings.dense().isEmpty()) {
      print(trial, settings, Coordinates.NONE, bySource);
      return;
    }
    try (Embedders embedders = Embedders.load();
        CachedCoordinates coordinates =
            CachedCoordinates.in(Path.of(args[3]), Embeddings.of(embedders.all()))) {
      print(trial, settings, coordinates, bySource);
    }
  }

  /**
   * Those of the shipped models, or those that were chosen by cross-validation on the training
   * issues of NLBSE'24 ({@code docs/model-card.md}).
   */
  static Settings settings(boolean fast, boolean bySource) {
    Settings shipped = fast ? Settings.FAST : Settings.ACCURATE;
    if (!bySource) {
      return shipped;
    }
    return fast ? Settings.issues(8, Map.of()) : Settings.issues(2, english(2));
  }

  /** The English spaces of the accurate tier with that weight. */
  static Map<Language, Settings.Dense> english(double weight) {
    Settings.Dense shipped = Settings.ACCURATE.dense().get(Language.ENGLISH);
    if (shipped == null) {
      throw new IllegalStateException("the accurate tier reads no English embeddings");
    }
    return Map.of(Language.ENGLISH, new Settings.Dense(shipped.spaces(), weight));
  }

  private static void print(
      Trial trial, Settings settings, Coordinates coordinates, boolean bySource)
      throws IOException {
    long start = System.nanoTime();
    List<Judged> judged =
        bySource ? trial.bySource(settings, coordinates) : trial.together(settings, coordinates);
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
