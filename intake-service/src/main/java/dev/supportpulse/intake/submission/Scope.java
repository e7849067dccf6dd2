package dev.supportpulse.intake.submission;

/** The projects that the sender of a request may send events for. */
@FunctionalInterface
public interface Scope {

  /** Of senders that are trusted with every project. */
  Scope EVERY_PROJECT = project -> true;

  /** Whether that project is one of them. */
  boolean covers(String project);
}
