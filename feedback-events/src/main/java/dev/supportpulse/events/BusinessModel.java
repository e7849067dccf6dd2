package dev.supportpulse.events;

/** What income was earned with. */
public enum BusinessModel {
  VALUE_ADDED,
  COMMERCIAL_LICENCE,
  CONSULTING,
  SUPPORT
}
