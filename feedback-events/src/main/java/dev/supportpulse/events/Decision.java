package dev.supportpulse.events;

/** Whether a classification may stand by itself or a human should look at it. */
public enum Decision {
  AUTO,
  REVIEW
}
