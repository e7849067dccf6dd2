package dev.supportpulse.client.imports;

/**
 * What became of the rows so far.
 *
 * @param accepted are in the log, some perhaps for the second time
 * @param quarantined are kept, but too old to count
 * @param rejected were refused, by intake or because they can't be read
 */
record Tally(long accepted, long quarantined, long rejected) {

  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted, quarantined + other.quarantined, rejected + other.rejected);
  }

  /** How many rows. */
  long rows() {
    return accepted + quarantined + rejected;
  }

  /** Whether every row counts. */
  boolean isClean() {
    return quarantined == 0 && rejected == 0;
  }
}
