package dev.supportpulse.events;

/** What a user felt: counted by net satisfaction S (requirements §2). */
public enum Sentiment {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
