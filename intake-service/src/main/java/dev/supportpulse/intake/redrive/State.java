package dev.supportpulse.intake.redrive;

import org.jspecify.annotations.Nullable;

/** Where a letter stands. */
public enum State {
  /** Somebody should look at it. */
  WAITING,
  /** It was put in again; if that failed, there is another letter, of one more attempt. */
  REDRIVEN,
  /** It was tried too often, or an operator laid it to rest: only who asks for it redrives it. */
  PARKED,
  /** It can't be put in again, and says why. */
  FINAL;

  /**
   * The state of a letter.
   *
   * @param mark what was done about it last, if anything was
   * @param maxAttempts a letter that was tried so often is parked by itself
   */
  public static State of(Letter letter, @Nullable Mark mark, int maxAttempts) {
    if (letter.way() instanceof Way.None) {
      return FINAL;
    }
    if (mark != null) {
      return of(mark);
    }
    return letter.attempts() >= maxAttempts ? PARKED : WAITING;
  }

  /** The state that a mark puts a letter in. */
  static State of(Mark mark) {
    return mark.kind() == Mark.Kind.REDRIVEN ? REDRIVEN : PARKED;
  }
}
