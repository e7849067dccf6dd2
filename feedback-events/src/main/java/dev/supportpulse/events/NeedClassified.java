package dev.supportpulse.events;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the need of one event was found to be.
 *
 * <p>{@code targetDigest} ties a classification to the body that was read; only a HUMAN one may do
 * without. Precedence between classifications of one event: HUMAN over MODEL, then the highest
 * {@code sequence}, then ACCURATE over FAST. {@code confidence} is in [0, 1]. {@code sentiment} is
 * the classifier's own, for a feedback whose user gave none; {@code sentimentConfidence} is in [0,
 * 1]. {@code secondaryEvidence} names, by secondary tag, the terms that spoke for it. {@code
 * fingerprint} names the fault that a stack trace in the event tells of: 32 lower-case hex digits.
 */
public record NeedClassified(
    Target target,
    @Nullable Digest targetDigest,
    ClassificationOrigin origin,
    long sequence,
    ClassifierTier tier,
    NeedCategory category,
    Instant classifiedAt,
    @Nullable Double confidence,
    @Nullable Decision decision,
    List<Alternative> alternatives,
    List<Evidence> evidence,
    List<String> secondary,
    Map<String, List<Evidence>> secondaryEvidence,
    @Nullable Complexity complexity,
    @Nullable SupportMode mode,
    List<String> tools,
    @Nullable Solution solution,
    @Nullable Sentiment sentiment,
    @Nullable Double sentimentConfidence,
    @Nullable String fingerprint,
    @Nullable String modelVersion)
    implements EventData {

  public NeedClassified {
    Malformed.requirePresent(target, "/data/target");
    Malformed.requirePresent(origin, "/data/origin");
    Malformed.requirePresent(tier, "/data/tier");
    Malformed.requirePresent(category, "/data/category");
    Malformed.requirePresent(classifiedAt, "/data/classifiedAt");
    if (origin == ClassificationOrigin.MODEL) {
      Malformed.requirePresent(targetDigest, "/data/targetDigest");
    }
    alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    secondary = secondary == null ? List.of() : List.copyOf(secondary);
    // Sorted, so that the same classification is the same bytes.
    secondaryEvidence =
        secondaryEvidence == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(secondaryEvidence));
    tools = tools == null ? List.of() : List.copyOf(tools);
  }

  /** One without evidence of its secondary tags, confidence in its sentiment and fingerprint. */
  public NeedClassified(
      Target target,
      @Nullable Digest targetDigest,
      ClassificationOrigin origin,
      long sequence,
      ClassifierTier tier,
      NeedCategory category,
      Instant classifiedAt,
      @Nullable Double confidence,
      @Nullable Decision decision,
      List<Alternative> alternatives,
      List<Evidence> evidence,
      List<String> secondary,
      @Nullable Complexity complexity,
      @Nullable SupportMode mode,
      List<String> tools,
      @Nullable Solution solution,
      @Nullable Sentiment sentiment,
      @Nullable String modelVersion) {
    this(
        target,
        targetDigest,
        origin,
        sequence,
        tier,
        category,
        classifiedAt,
        confidence,
        decision,
        alternatives,
        evidence,
        secondary,
        Map.of(),
        complexity,
        mode,
        tools,
        solution,
        sentiment,
        null,
        null,
        modelVersion);
  }

  /** The event that was classified; its project is the classification's own. */
  public record Target(String source, String id) {

    public Target {
      Malformed.requireText(source, "/data/target/source");
      Malformed.requireText(id, "/data/target/id");
    }
  }

  /** Another category that came into question, with its confidence in [0, 1]. */
  public record Alternative(NeedCategory category, double confidence) {}

  /** A term of the text and how strongly it spoke for (positive) or against the category. */
  public record Evidence(String term, double weight) {}

  /** A suggested solution; {@code score} is the search score, higher is better. */
  public record Solution(String id, String title, double score) {}
}
