package dev.supportpulse.metrics.economics.plan;

import dev.supportpulse.events.SupportMode;

/**
 * One way to support a need: a mode, and what a case costs and brings in it.
 *
 * @param shareToday of the need's cases, in [0, 1]
 * @param least the share that the plan may not go below, in [0, 1]
 * @param most the share that the plan may not exceed, in [least, 1]
 * @param income per case, in currency
 * @param cost per case beyond the time of staff (variable and extra cost), in currency
 * @param staffHours hours that staff work on a case, at least 0
 * @param satisfaction net satisfaction of these cases, in [−1, 1]
 * @param quality share of these cases that are solved, in [0, 1]
 */
public record Way(
    SupportMode mode,
    double shareToday,
    double least,
    double most,
    double income,
    double cost,
    double staffHours,
    double satisfaction,
    double quality) {

  public Way {
    BadModel.check(0 <= least && least <= most && most <= 1, "least", "0 ≤ least ≤ most ≤ 1");
    BadModel.within("shareToday", shareToday, 0, 1);
    BadModel.finite("income", income);
    BadModel.finite("cost", cost);
    BadModel.atLeast("staffHours", staffHours, 0);
    BadModel.within("satisfaction", satisfaction, -1, 1);
    BadModel.within("quality", quality, 0, 1);
  }
}
