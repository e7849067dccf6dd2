package dev.supportpulse.intake.json;

import dev.supportpulse.intake.submission.Fault;

/** A body that can't be read as JSON at all. */
public final class NotJson extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  NotJson(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  /** What is wrong with the body as a whole. */
  public Fault fault() {
    return fault;
  }
}
