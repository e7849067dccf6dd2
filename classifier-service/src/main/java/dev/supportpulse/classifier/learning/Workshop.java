package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.ModelFile;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.classifier.need.NeedClassifier;
import dev.supportpulse.classifier.need.NeedModel;
import dev.supportpulse.classifier.need.ProjectHeads;
import dev.supportpulse.classifier.need.Tiers;
import dev.supportpulse.events.ClassifierTier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns versions into files and classifiers, and back. */
final class Workshop {

  private final Tiers shipped;

  /**
   * Builds on what ships.
   *
   * @param shipped with the thresholds of projects
   */
  Workshop(Tiers shipped) {
    this.shipped = shipped;
  }

  /** The version that ships. */
  ModelVersion version(Instant seenAt) {
    Map<ClassifierTier, ModelInfo> models = new EnumMap<>(ClassifierTier.class);
    shipped.models().forEach(model -> models.put(model.tier(), model.info()));
    String decides =
        new TreeMap<>(models)
            .values().stream().map(ModelInfo::version).collect(Collectors.joining(","));
    String hash = Corpus.sha256(decides.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    String name = "shipped-" + hash;
    return new ModelVersion(name, name, seenAt, models, Map.of(), null);
  }

  /** The files of the version that ships. */
  Map<ClassifierTier, byte[]> files() {
    Map<ClassifierTier, byte[]> files = new EnumMap<>(ClassifierTier.class);
    for (NeedModel model : shipped.models()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        ModelFile.write(model, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.put(model.tier(), bytes.toByteArray());
    }
    return files;
  }

  /** The files of a learned version. */
  static Map<ClassifierTier, byte[]> files(ModelSet learned) {
    Map<ClassifierTier, byte[]> files = new EnumMap<>(ClassifierTier.class);
    learned.heads().forEach((tier, heads) -> files.put(tier, ProjectHeadsFile.write(heads)));
    return files;
  }

  /**
   * A version with what it learned.
   *
   * @throws IOException if the files are of another kind
   */
  static ModelSet set(ModelVersion version, Map<ClassifierTier, byte[]> files) throws IOException {
    Map<ClassifierTier, Map<String, ProjectHeads>> heads = new EnumMap<>(ClassifierTier.class);
    if (!version.isShipped()) {
      for (Map.Entry<ClassifierTier, byte[]> file : files.entrySet()) {
        heads.put(file.getKey(), ProjectHeadsFile.read(file.getValue()));
      }
    }
    return new ModelSet(version, heads);
  }

  /**
   * Classifiers that read with a version; of the tiers that this service has.
   *
   * @param sequence the precedence of what they say
   * @param base files of the shipped version that it builds on; empty if it is the present one
   * @throws IOException if this service can't read those
   */
  Tiers tiers(ModelSet set, long sequence, Map<ClassifierTier, byte[]> base) throws IOException {
    List<NeedClassifier> classifiers = new ArrayList<>();
    for (NeedModel present : shipped.models()) {
      ClassifierTier tier = present.tier();
      byte[] file = base.get(tier);
      NeedModel model = file == null ? present : ModelFile.read(new ByteArrayInputStream(file));
      ModelInfo info = Objects.requireNonNullElse(set.version().models().get(tier), model.info());
      NeedClassifier classifier = shipped.of(tier);
      classifiers.add(
          classifier.with(
              new NeedModel(
                  info.with(sequence),
                  model.heads(),
                  model.dense(),
                  model.votes(),
                  model.calibrations(),
                  model.thresholds(),
                  model.profile()),
              classifier.specialisation().with(set.of(tier))));
    }
    return new Tiers(classifiers);
  }
}
