package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.supportpulse.events.BusinessModel;
import dev.supportpulse.events.Channel;
import dev.supportpulse.events.CostKind;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the four application scenarios of source 000 §6: a project, a year of its support, and the
 * initiative that changed it. Read from {@code /samples/<project>.json}.
 *
 * @param currency of all its money (ISO 4217)
 * @param perDay how many events of the kinds that people cause
 * @param positive share of feedback that is positive
 * @param negative share of feedback that is negative; the rest is neutral
 * @param satisfied share of survey answers that are 4 or 5
 * @param resolved share of cases that get resolved
 * @param reopened share of those that come back
 * @param helped share of applied solutions that helped
 * @param firstResponseHours median, by the mode that a case is handled in
 * @param resolutionHours median, from the first response on
 * @param hourlyCost what an hour of a paid case costs
 * @param chinese share of texts in Chinese; the others are English
 * @param tools tools that were there from the beginning
 * @param runtimes what crash reports come from: java, python, go
 * @param rates prices of usage actions
 * @param yearlyBudget what support may cost in a year
 * @param firstResponseTarget what customers are promised
 */
record Scenario(
    String project,
    long seed,
    String currency,
    Initiative initiative,
    PerDay perDay,
    Shift positive,
    Shift negative,
    Shift satisfied,
    Shift resolved,
    Shift reopened,
    Shift helped,
    Map<SupportMode, Shift> firstResponseHours,
    Shift resolutionHours,
    Shift hourlyCost,
    double chinese,
    Map<NeedCategory, Double> categories,
    Map<Channel, Double> channels,
    Map<String, Tier> tiers,
    List<String> tools,
    Map<String, Double> runtimes,
    List<Usage> usage,
    List<Cost> costs,
    List<Income> income,
    Map<String, String> rates,
    BigDecimal yearlyBudget,
    Duration firstResponseTarget,
    Map<String, Texts.Vocabulary> vocabulary) {

  /** The projects, in the order of the source. */
  static final List<String> PROJECTS =
      List.of("cloud-provider", "database", "ai-framework", "network-os");

  /** How long before the anchor the story begins. */
  static final Duration SPAN = Duration.ofDays(365);

  /**
   * What the project did to improve its support.
   *
   * @param name in addresses
   * @param title for people
   * @param rampDays from its introduction until it is fully in place
   * @param tools tools that it brought
   */
  record Initiative(
      String name, String title, int daysBeforeAnchor, int rampDays, List<String> tools) {

    Instant introduced(Instant anchor) {
      return anchor.minus(Duration.ofDays(daysBeforeAnchor));
    }

    /** How far it has taken hold: 0 until it is introduced, then rising evenly to 1. */
    double adoption(Instant at, Instant anchor) {
      double days =
          Duration.between(introduced(anchor), at).toSeconds()
              / (double) Duration.ofDays(1).toSeconds();
      return Math.min(1, Math.max(0, days / rampDays));
    }

    /** What metrics has to know to tell its effect. */
    ReferenceData referenceData(String project, Instant anchor) {
      LocalDate firstDay = LocalDate.ofInstant(introduced(anchor), ZoneOffset.UTC);
      return new ReferenceData(
          project,
          "initiatives/" + name,
          Map.of("title", title, "from", firstDay.toString(), "rampDays", rampDays));
    }
  }

  /** Events a day, on an average day of the week. */
  record PerDay(Shift feedback, Shift questions, Shift cases, Shift errors) {}

  /**
   * A customer tier.
   *
   * @param weight its share of the customers
   * @param modes how its cases are handled
   */
  record Tier(double weight, Map<SupportMode, Shift> modes) {}

  /** A volume that is metered every so many days. */
  record Usage(
      String action, @Nullable String unit, @Nullable String tool, int everyDays, Shift quantity) {}

  /**
   * An amount spent every so many days.
   *
   * @param chance probability that it is spent at all; absent means always
   */
  record Cost(
      CostKind kind,
      int everyDays,
      Shift amount,
      @Nullable Shift chance,
      @Nullable NeedCategory category,
      @Nullable SupportMode mode,
      @Nullable String tool,
      @Nullable Boolean inTotalCost,
      String note) {}

  /** An amount earned every so many days. */
  record Income(
      int everyDays, Shift amount, String tier, BusinessModel businessModel, String product) {}

  /**
   * Prices, promises and budget, valid from the story's first day for two years; the initiative.
   */
  List<ReferenceData> referenceData(Instant anchor) {
    LocalDate from = LocalDate.ofInstant(anchor.minus(SPAN), ZoneOffset.UTC);
    Map<String, Object> budget =
        Map.of(
            "amount", yearlyBudget.multiply(BigDecimal.valueOf(2)).toPlainString(),
            "currency", currency,
            "from", from.toString(),
            "to", from.plusYears(2).toString());
    return List.of(
        ReferenceData.rateCard(project, currency, rates, from),
        new ReferenceData(project, "budget", budget),
        new ReferenceData(
            project, "targets", Map.of("firstResponse", firstResponseTarget.toString())),
        initiative.referenceData(project, anchor));
  }

  /** The scenario of that project. */
  static Scenario read(String project) {
    return Resources.read(project + ".json", new TypeReference<Scenario>() {});
  }
}
