package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Duration;
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
 * {@code support} says why the {@code mode} is recommended, and what goes with it.
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
    @Nullable String modelVersion,
    @Nullable Support support)
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

  /** One without evidence of its tags, confidence in its sentiment, fingerprint and support. */
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
        modelVersion,
        null);
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

  /**
   * A suggested solution.
   *
   * @param score higher is better, among those found alike
   * @param match how it was found; null in what was published before there was more than one way
   */
  public record Solution(String id, String title, double score, @Nullable SolutionMatch match) {}

  /**
   * The support that is recommended, and which rule of which rule set recommends it.
   *
   * @param reason why, in words for people
   * @param firstResponse how soon the first answer is promised; null promises nothing
   * @param resolution how soon the solution is promised; null promises nothing
   * @param escalation who is asked, one after the other
   * @param complexityFrom what the complexity is estimated from: TEXT or PAST_CASES
   * @param pastCases how many past cases of the project, of this kind, told their effort
   * @param pastEffort the median of their efforts; null if none did
   */
  public record Support(
      String ruleSet,
      String ruleSetVersion,
      String rule,
      String reason,
      SupportStyle style,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration firstResponse,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration resolution,
      List<String> escalation,
      EstimateBasis complexityFrom,
      long pastCases,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration pastEffort,
      @Nullable Estimate estimate) {

    public Support {
      escalation = escalation == null ? List.of() : List.copyOf(escalation);
    }
  }

  /**
   * What a case is expected to take, cost and bring.
   *
   * @param currency ISO 4217, of both amounts
   * @param cost of the team's part
   * @param price that the customer is asked for
   * @param effort of everybody together
   * @param effortFrom what the effort is estimated from: RULE_SET or PAST_CASES
   */
  public record Estimate(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
      @JsonFormat(shape = JsonFormat.Shape.STRING) Duration effort,
      EstimateBasis effortFrom) {}
}
