package dev.supportpulse.metrics.economics.effect;

/** How surely an interval holds the true difference. */
public enum Confidence {
  P90(0.90, 1.6448536269514722),
  P95(0.95, 1.959963984540054),
  P99(0.99, 2.5758293035489004);

  private final double probability;
  private final double z;

  Confidence(double probability, double z) {
    this.probability = probability;
    this.z = z;
  }

  /** In (0, 1). */
  public double probability() {
    return probability;
  }

  /** Two-sided quantile of the normal distribution. */
  double z() {
    return z;
  }

  /**
   * Two-sided quantile of Student's t, within 0.5 % from 4 degrees of freedom on. Source:
   * Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
   */
  double t(double degrees) {
    double z2 = z * z;
    double first = z * (z2 + 1) / 4;
    double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
  }
}
