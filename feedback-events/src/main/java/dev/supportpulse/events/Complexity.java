package dev.supportpulse.events;

/** How much expertise a need asks for. */
public enum Complexity {
  LOW,
  MEDIUM,
  HIGH
}
