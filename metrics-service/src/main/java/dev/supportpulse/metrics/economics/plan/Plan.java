package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.metrics.economics.plan.Constraint.Kind;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What planning comes to. */
public sealed interface Plan {

  /** What is done today, beside which every answer is put. */
  Choice today();

  /**
   * The best choice within the limits.
   *
   * @param proven whether nothing better exists; false if the time for planning ran out
   * @param prices what each limit costs
   * @param sensitivities what loosening each limit would bring
   */
  record Best(
      Choice choice,
      Choice today,
      boolean proven,
      List<ShadowPrice> prices,
      List<Sensitivity> sensitivities)
      implements Plan {
    public Best {
      prices = List.copyOf(prices);
      sensitivities = List.copyOf(sensitivities);
    }
  }

  /**
   * No choice keeps every limit.
   *
   * @param closest the choice that exceeds limits least: by the sum of the excesses, each relative
   *     to its limit
   * @param excesses what would have to give way for it
   */
  record Infeasible(Choice closest, Choice today, List<Excess> excesses) implements Plan {
    public Infeasible {
      excesses = List.copyOf(excesses);
    }
  }

  /** The time for planning ran out before any choice was found. */
  record GaveUp(Choice today) implements Plan {}

  /**
   * A choice, what it comes to, and how it stands to the limits.
   *
   * @param allowed whether the model admits it: shares and staff in their ranges, limits kept
   */
  record Choice(Mix mix, Outcome outcome, List<Constraint> constraints, boolean allowed) {

    static Choice of(SupportModel model, Mix mix) {
      Outcome outcome = Outcome.of(model, mix);
      return new Choice(
          mix, outcome, Constraint.of(model, outcome), Allowed.is(model, mix, outcome));
    }

    public Choice {
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * What a limit costs, in the linear relaxation: by how much profit + λ·S rises for each unit by
   * which it is loosened. The relaxation may hire half a person, so it is a guide, not a promise.
   *
   * @param price in currency for each unit of the limit: currency, hours, or quality by 1; at least
   *     0
   */
  record ShadowPrice(Kind kind, double price) {}

  /**
   * What loosening a limit brings when everything is planned anew, whole people and tools included.
   *
   * @param step by how much it is loosened, in the unit of the limit
   * @param gain of profit + λ·S, in currency
   */
  record Sensitivity(Kind kind, double step, double gain) {}

  /**
   * A limit that has to give way.
   *
   * @param team whose wait it is; null for the limits of the whole
   * @param limit null where no limit is set, but the team has too few people
   * @param needed what the limit would have to be; empty for a wait without end
   * @param staffNeeded how many people would keep the limit, for waits
   */
  record Excess(
      Kind kind,
      @Nullable String team,
      @Nullable Double limit,
      OptionalDouble needed,
      @Nullable Integer staffNeeded) {}
}
