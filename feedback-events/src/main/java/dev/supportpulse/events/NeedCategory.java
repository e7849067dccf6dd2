package dev.supportpulse.events;

/** What a need is about. The set is closed: nothing outside it is ever published. */
public enum NeedCategory {
  FUNCTIONAL_DEFECT,
  PERFORMANCE,
  USAGE_QUESTION,
  SECURITY,
  FEATURE_REQUEST,
  TRAINING,
  OTHER
}
