package dev.supportpulse.events;

/** What an estimate is made from. */
public enum EstimateBasis {
  /** Signs in the text. */
  TEXT,
  /** What the rule set assumes. */
  RULE_SET,
  /** The effort that past cases of the project took. */
  PAST_CASES
}
