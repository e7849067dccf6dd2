package dev.supportpulse.classifier.learning;

/**
 * Whether two classifiers that judged the same texts differ by more than chance (McNemar, "Note on
 * the sampling error of the difference between correlated proportions", 1947), by the exact
 * two-sided binomial test of the texts that only one of them got right.
 */
final class McNemar {

  private McNemar() {}

  /**
   * The probability of a difference at least as large if there is none; 1 if they never differ.
   *
   * @param onlyOne texts that only the first got right
   * @param onlyOther texts that only the second got right
   */
  static double pValue(int onlyOne, int onlyOther) {
    int n = onlyOne + onlyOther;
    // ln C(n, k) − n·ln 2, from k = 0 on.
    double logTerm = -n * Math.log(2);
    double sum = 0;
    for (int k = 0; k <= Math.min(onlyOne, onlyOther); k++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log((double) (n - k) / (k + 1));
    }
    return Math.min(1, 2 * sum);
  }
}
