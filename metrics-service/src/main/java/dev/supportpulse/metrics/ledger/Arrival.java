package dev.supportpulse.metrics.ledger;

/**
 * How an event came here, which decides how it is accounted for. An event is received once, however
 * often it is put in again: received = accepted + duplicate + rejected + quarantined stays as it
 * was, whoever redrives, and how often.
 */
public enum Arrival {
  /** An upstream system sent it. */
  RECEIVED {
    @Override
    Accounted accounted(Accounted outcome) {
      return outcome;
    }
  },
  /**
   * It was put in again after it could not be read, and so was not accounted for: accepted now, it
   * is; that happens once.
   */
  REDRIVEN {
    @Override
    Accounted accounted(Accounted outcome) {
      return outcome.equals(Accounted.ACCEPTED) ? outcome : Accounted.NONE;
    }
  },
  /**
   * It was counted as quarantined and then released: accepted now, it is counted as that instead,
   * in the same hour; that happens once. What can't be accepted stays quarantined.
   */
  RELEASED {
    @Override
    Accounted accounted(Accounted outcome) {
      return outcome.equals(Accounted.ACCEPTED) ? Accounted.RELEASED : Accounted.NONE;
    }
  };

  /** What an event that came so adds to the accounting, if that became of it. */
  abstract Accounted accounted(Accounted outcome);
}
