package dev.supportpulse.benchmarks.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cases of one project that something may still happen to. */
final class OpenCases {

  private static final int MOST = 200;

  /** Of what happens to cases, that share is a new one. */
  private static final double NEW = 0.35;

  private static final double REOPENED = 0.1;

  private final Dice dice;
  private final List<Case> cases = new ArrayList<>();
  private int opened;

  OpenCases(Dice dice) {
    this.dice = dice;
  }

  /** What may happen to a case. */
  enum Kind {
    OPENED,
    RESPONDED,
    RESOLVED,
    REOPENED
  }

  /** That it happened to that case. */
  record Step(String caseId, Kind kind) {}

  private record Case(String id, Kind last) {}

  /** Any case that is not done with; null if there is none. */
  @Nullable String any() {
    return cases.isEmpty() ? null : dice.any(cases).id();
  }

  /** What happens next. */
  Step step() {
    if (cases.isEmpty() || (cases.size() < MOST && dice.chance(NEW))) {
      String id = "case-" + ++opened;
      cases.add(new Case(id, Kind.OPENED));
      return new Step(id, Kind.OPENED);
    }
    int index = dice.below(cases.size());
    Case happening = cases.get(index);
    Kind kind =
        switch (happening.last()) {
          case OPENED, REOPENED -> Kind.RESPONDED;
          case RESPONDED -> Kind.RESOLVED;
          case RESOLVED -> Kind.REOPENED;
        };
    boolean done = kind == Kind.RESOLVED && !dice.chance(REOPENED);
    if (done) {
      cases.remove(index);
    } else {
      cases.set(index, new Case(happening.id(), kind));
    }
    return new Step(happening.id(), kind);
  }
}
