package dev.supportpulse.localstack.samples;

/** Told how far a replay has come. Called from one thread at a time. */
@FunctionalInterface
public interface Progress {

  /**
   * Some more events were accepted.
   *
   * @param accepted how many in all, at most {@code total}
   * @param total how many there are
   */
  void accepted(int accepted, int total);
}
