package dev.supportpulse.metrics.figure;

/** Why a figure has no value. Nobody answered is not 0 %. */
public enum Reason {
  /** Nothing was counted that the figure is made from. */
  NO_DATA,
  /** The project has no baseline to compare with. */
  NO_BASELINE,
  /** The baseline is zero, and nothing can be compared with zero. */
  ZERO_BASELINE,
  /** The project has no budget for this time. */
  NO_BUDGET,
  /** No rate card was valid when something was used. */
  NO_RATE_CARD,
  /** The project has no target to measure against. */
  NO_TARGET,
  /** A weighted figure lacks one of its parts, which is named. */
  MISSING_DIMENSION,
  /** Currencies are never added together. */
  SEVERAL_CURRENCIES,
  /** An amount can't be converted: no rate of its currency was valid on its day; both are named. */
  NO_EXCHANGE_RATE
}
