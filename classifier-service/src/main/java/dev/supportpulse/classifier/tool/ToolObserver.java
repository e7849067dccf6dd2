package dev.supportpulse.classifier.tool;

import dev.supportpulse.classifier.need.NeedText;
import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.UsageRecorded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Learns how tools are used, and how the cases go that they are used in. */
public final class ToolObserver implements Observer {

  /** What a rating of a case says of its tools, the most telling first. */
  private static final List<String> TELLING =
      List.of("solution", "technicalSupport", "solutionEffectiveness", "overall");

  /** Ratings from here on are satisfied (requirements §2). */
  private static final int SATISFIED = 4;

  private static final Map<String, BigDecimal> MINUTES =
      Map.of(
          "minute",
          BigDecimal.ONE,
          "minutes",
          BigDecimal.ONE,
          "min",
          BigDecimal.ONE,
          "hour",
          BigDecimal.valueOf(60),
          "hours",
          BigDecimal.valueOf(60),
          "h",
          BigDecimal.valueOf(60));

  private final ToolStore store;
  private final Function<NeedText, NeedCategory> category;

  /**
   * An observer.
   *
   * @param category reads what a case is about
   */
  public ToolObserver(ToolStore store, Function<NeedText, NeedCategory> category) {
    this.store = store;
    this.category = category;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.CASE_OPENED,
        EventType.CASE_RESOLVED,
        EventType.SURVEY_ANSWERED,
        EventType.USAGE_RECORDED,
        EventType.EVENT_VOIDED);
  }

  @Override
  public void observe(List<SupportEvent> events) {
    List<ToolEvents.Use> uses = new ArrayList<>();
    List<ToolEvents.Rating> ratings = new ArrayList<>();
    List<ToolEvents.Need> needs = new ArrayList<>();
    List<Voided> voided = new ArrayList<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof EventVoided) {
        voided.add(new Voided(event.project(), event.key()));
      } else if (event.data() instanceof CaseResolved resolved) {
        resolved.tools().stream()
            .distinct()
            .map(tool -> use(event, tool, resolved.caseId(), BigDecimal.ZERO, BigDecimal.ZERO))
            .forEach(uses::add);
      } else if (event.data() instanceof UsageRecorded usage) {
        consumption(event, usage).forEach(uses::add);
      } else if (event.data() instanceof SurveyAnswered survey) {
        rating(event, survey).forEach(ratings::add);
      } else if (event.data() instanceof CaseOpened opened && opened.classifiable()) {
        needs.add(need(event, opened));
      }
    }
    ToolEvents found = new ToolEvents(uses, ratings, needs);
    if (!found.isEmpty() || !voided.isEmpty()) {
      store.keep(found, voided);
    }
  }

  private static Stream<ToolEvents.Use> consumption(SupportEvent event, UsageRecorded usage) {
    if (usage.tool() == null || usage.quantity().signum() < 0) {
      return Stream.empty();
    }
    String unit = usage.unit() == null ? "" : usage.unit().toLowerCase(Locale.ROOT);
    BigDecimal minutes = MINUTES.getOrDefault(unit, BigDecimal.ZERO).multiply(usage.quantity());
    BigDecimal uses = MINUTES.containsKey(unit) ? BigDecimal.ONE : usage.quantity();
    return Stream.of(use(event, usage.tool(), "", minutes, uses));
  }

  private static ToolEvents.Use use(
      SupportEvent event, String tool, String caseId, BigDecimal minutes, BigDecimal uses) {
    return new ToolEvents.Use(
        event.project(), event.identity(), tool, caseId, minutes, uses, event.occurredAt());
  }

  private static Stream<ToolEvents.Rating> rating(SupportEvent event, SurveyAnswered survey) {
    OptionalDouble telling =
        TELLING.stream()
            .filter(survey.ratings()::containsKey)
            .mapToDouble(dimension -> survey.ratings().getOrDefault(dimension, 0))
            .findFirst();
    String caseId = survey.caseId();
    return caseId == null || telling.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new ToolEvents.Rating(
                event.project(),
                event.identity(),
                caseId,
                telling.getAsDouble() >= SATISFIED,
                event.occurredAt()));
  }

  private ToolEvents.Need need(SupportEvent event, CaseOpened opened) {
    NeedText text = NeedText.of(opened.title(), opened.text());
    return new ToolEvents.Need(
        event.project(),
        event.identity(),
        opened.caseId(),
        category.apply(text),
        event.occurredAt());
  }
}
