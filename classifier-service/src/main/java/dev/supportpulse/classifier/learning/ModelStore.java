package dev.supportpulse.classifier.learning;

import dev.supportpulse.events.ClassifierTier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps every version of the models for ever, but for what is erased. */
public interface ModelStore {

  /**
   * Stores a version; of one that is there only the report is renewed.
   *
   * @param content the file of each tier: a whole model if it shipped, else what projects learned
   */
  void keep(ModelVersion version, Map<ClassifierTier, byte[]> content);

  /** A version, if there is one of that name. */
  Optional<ModelVersion> version(String version);

  /** The file of each tier. */
  Map<ClassifierTier, byte[]> content(String version);

  /** The version of a shipped one that learned most, if there is any. */
  Optional<ModelVersion> newestLearned(String shipped);

  /** The newest versions first. */
  List<ModelVersion> versions(int limit);

  /** Takes out of every version what it learned from a project. */
  void forget(String project);

  /** The newest promotions first. */
  List<Promotion> promotions(int limit);

  /** Makes a version the champion, with a sequence of its own; nothing changes if it is. */
  Promotion promote(String version, String by, Instant at);
}
