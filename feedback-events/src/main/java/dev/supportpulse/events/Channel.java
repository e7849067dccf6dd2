package dev.supportpulse.events;

/** Where an event came from. */
public enum Channel {
  FORUM,
  EMAIL,
  CHAT,
  PHONE,
  ISSUE_TRACKER,
  SURVEY,
  CRASH_REPORT,
  SOCIAL,
  API
}
