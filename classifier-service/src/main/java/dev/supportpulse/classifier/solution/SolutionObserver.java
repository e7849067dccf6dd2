package dev.supportpulse.classifier.solution;

import dev.supportpulse.classifier.observation.Observer;
import dev.supportpulse.classifier.observation.Voided;
import dev.supportpulse.events.CaseReopened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.CaseTransition;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.SolutionApplied;
import dev.supportpulse.events.SolutionOutcome;
import dev.supportpulse.events.SolutionProposed;
import dev.supportpulse.events.SupportEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns what becomes of solutions. */
public final class SolutionObserver implements Observer {

  private final SolutionStore store;

  public SolutionObserver(SolutionStore store) {
    this.store = store;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(
        EventType.SOLUTION_PROPOSED,
        EventType.SOLUTION_APPLIED,
        EventType.SOLUTION_OUTCOME,
        EventType.CASE_RESOLVED,
        EventType.CASE_REOPENED,
        EventType.EVENT_VOIDED);
  }

  @Override
  public void observe(List<SupportEvent> events) {
    List<SolutionStep> steps = new ArrayList<>();
    List<CaseStep> cases = new ArrayList<>();
    List<Voided> voided = new ArrayList<>();
    for (SupportEvent event : events) {
      if (event.data() instanceof EventVoided) {
        voided.add(new Voided(event.project(), event.key()));
      } else if (event.data() instanceof SolutionProposed proposed) {
        steps.add(
            step(
                event,
                proposed.solutionId(),
                Stage.PROPOSED,
                null,
                proposed.caseId(),
                proposed.tool()));
      } else if (event.data() instanceof SolutionApplied applied) {
        steps.add(
            step(
                event,
                applied.solutionId(),
                Stage.APPLIED,
                null,
                applied.caseId(),
                applied.tool()));
      } else if (event.data() instanceof SolutionOutcome outcome) {
        steps.add(
            step(
                event,
                outcome.solutionId(),
                Stage.OUTCOME,
                outcome.helped(),
                outcome.caseId(),
                outcome.tool()));
      } else if (event.data() instanceof CaseResolved resolved) {
        cases.add(step(event, resolved, true));
      } else if (event.data() instanceof CaseReopened reopened) {
        cases.add(step(event, reopened, false));
      }
    }
    if (!steps.isEmpty() || !cases.isEmpty() || !voided.isEmpty()) {
      store.keep(steps, cases, voided);
    }
  }

  private static SolutionStep step(
      SupportEvent event,
      String solutionId,
      Stage stage,
      @Nullable Boolean helped,
      @Nullable String caseId,
      @Nullable String tool) {
    return new SolutionStep(
        event.project(),
        event.identity(),
        solutionId,
        stage,
        helped,
        caseId,
        tool,
        event.occurredAt());
  }

  private static CaseStep step(SupportEvent event, CaseTransition transition, boolean resolved) {
    return new CaseStep(
        event.project(), event.identity(), transition.caseId(), resolved, event.occurredAt());
  }
}
