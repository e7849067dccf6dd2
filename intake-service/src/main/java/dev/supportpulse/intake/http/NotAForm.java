package dev.supportpulse.intake.http;

import dev.supportpulse.intake.submission.Fault;

/** A body that can't be read as a form. */
final class NotAForm extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  NotAForm(Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  /** What is wrong with it. */
  Fault fault() {
    return fault;
  }
}
