package dev.supportpulse.metrics.economics.plan;

import java.util.List;

/** Whether the model admits a choice. */
final class Allowed {

  private static final double ROUNDING = 1e-6;

  private Allowed() {}

  static boolean is(SupportModel model, Mix mix, Outcome outcome) {
    return sharesInRange(model, mix)
        && outcome.teams().stream().allMatch(Allowed::manned)
        && Constraint.of(model, outcome).stream().allMatch(Constraint::kept);
  }

  private static boolean sharesInRange(SupportModel model, Mix mix) {
    for (int d = 0; d < model.demands().size(); d++) {
      List<Way> ways = model.demands().get(d).ways();
      for (int w = 0; w < ways.size(); w++) {
        double share = mix.shares().get(d).get(w);
        if (share < ways.get(w).least() - ROUNDING || share > ways.get(w).most() + ROUNDING) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean manned(Outcome.Manning manning) {
    return manning.team().least() <= manning.staff()
        && manning.staff() <= manning.team().most()
        && manning.load() <= manning.staff() * (1 + ROUNDING);
  }
}
