package dev.supportpulse.intake.redrive;

/** What becomes of one letter that an operator selected. */
public sealed interface Decision {

  /**
   * It is put in again.
   *
   * @param attempt the how-manieth attempt that is, from 2
   */
  record Redrive(Outgoing record, int attempt) implements Decision {}

  /** It is parked. */
  record Park() implements Decision {}

  /**
   * It stays as it is.
   *
   * @param why and what would help
   */
  record Leave(String why) implements Decision {}
}
