package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.learning.NetworkTuner.Lesson;
import dev.supportpulse.classifier.need.Heads;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.onnx.Network;
import dev.supportpulse.classifier.onnx.NetworkTokens;
import dev.supportpulse.classifier.onnx.TunedEmbedder;
import dev.supportpulse.classifier.onnx.TunedWeights;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tunes networks on some texts and lets them judge others. What was tuned and judged once is kept
 * in a folder, by the hash of all that decides it: a training that was interrupted goes on where it
 * was.
 */
final class TunedVotes {

  /** The square root of how much rarer a category is than the average. */
  private static final double CLASS_WEIGHT_POWER = 0.5;

  private final NetworkTuner tuner;
  private final Path folder;

  TunedVotes(NetworkTuner tuner, Path folder) throws IOException {
    this.tuner = tuner;
    this.folder = Files.createDirectories(folder);
  }

  /** Weights of a network that learned from those of the texts that are of its language. */
  TunedWeights tuned(Settings.Tuned settings, Language language, List<LabelledText> texts)
      throws IOException {
    List<LabelledText> own = texts.stream().filter(text -> text.script() == language).toList();
    Path file = folder.resolve(key(settings, own) + ".network");
    if (!Files.exists(file)) {
      System.err.printf(Locale.ROOT, "Tuning %s on %d texts%n", settings.network(), own.size());
      TunedWeights weights =
          tuner.tune(
              settings.network(), lessons(settings.network(), own), Heads.COUNT, settings.course());
      write(file, weights::write);
    }
    return TunedWeights.read(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  /** What each of those texts that are of the language scores. */
  Map<LabelledText, float[]> votes(
      Settings.Tuned settings,
      Language language,
      List<LabelledText> texts,
      List<LabelledText> judged)
      throws IOException {
    List<LabelledText> own = judged.stream().filter(text -> text.script() == language).toList();
    Map<LabelledText, float[]> votes = new HashMap<>();
    if (own.isEmpty()) {
      return votes;
    }
    List<LabelledText> learned = texts.stream().filter(t -> t.script() == language).toList();
    Path file = folder.resolve(key(settings, learned) + "-" + key(settings, own) + ".votes");
    if (!Files.exists(file)) {
      try (TunedEmbedder network = TunedEmbedder.load(tuned(settings, language, texts))) {
        write(file, out -> writeVotes(network, own, new DataOutputStream(out)));
      }
      // Votes are small, weights are not.
      Files.deleteIfExists(folder.resolve(key(settings, learned) + ".network"));
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (LabelledText text : own) {
        float[] vote = new float[Heads.COUNT];
        for (int head = 0; head < vote.length; head++) {
          vote[head] = in.readFloat();
        }
        votes.put(text, vote);
      }
    }
    return votes;
  }

  private static void writeVotes(
      TunedEmbedder network, List<LabelledText> texts, DataOutputStream out) throws IOException {
    for (LabelledText text : texts) {
      for (float score : network.embed(text.clean().text())) {
        out.writeFloat(score);
      }
    }
    out.flush();
  }

  private static List<Lesson> lessons(Network network, List<LabelledText> texts)
      throws IOException {
    int[] counts = new int[Heads.COUNT];
    texts.forEach(text -> counts[Heads.of(text.label())]++);
    try (NetworkTokens tokens = NetworkTokens.load(network, TunedEmbedder.MAX_TOKENS)) {
      return texts.stream()
          .map(
              text -> {
                int label = Heads.of(text.label());
                double share = (double) texts.size() / Heads.COUNT / counts[label];
                return new Lesson(
                    tokens.of(text.clean().text()),
                    label,
                    (float) Math.pow(share, CLASS_WEIGHT_POWER));
              })
          .toList();
    }
  }

  /** What votes weigh is left out: it decides nothing here, and so can be tried without tuning. */
  private static String key(Settings.Tuned settings, List<LabelledText> texts) {
    StringBuilder decides = new StringBuilder(settings.network() + " " + settings.course());
    for (LabelledText text : texts) {
      decides.append('\n').append(text.label()).append(' ').append(text.clean().text());
    }
    return Corpus.sha256(decides.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** Whole or not at all. */
  private static void write(Path file, Content content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      content.to(out);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }
}
