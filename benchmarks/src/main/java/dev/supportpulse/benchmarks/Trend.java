package dev.supportpulse.benchmarks;

/**
 * A straight line through a series by least squares.
 *
 * @param slope by how much the series grows per unit of {@code x}
 * @param margin half the width of the 95 % confidence interval of the slope: 1.96 standard errors,
 *     which takes residuals for independent and the series for long (30 values or more)
 */
record Trend(double slope, double margin) {

  private static final double NORMAL_95 = 1.96;
  private static final int FREE_PARAMETERS = 2;

  /**
   * The trend of {@code y} over {@code x}.
   *
   * @throws IllegalArgumentException for fewer than three values, or for two arrays that differ in
   *     length
   */
  static Trend of(double[] x, double[] y) {
    int n = x.length;
    if (n <= FREE_PARAMETERS || y.length != n) {
      throw new IllegalArgumentException("%d and %d values".formatted(n, y.length));
    }
    double meanX = mean(x);
    double meanY = mean(y);
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < n; i++) {
      sxx += (x[i] - meanX) * (x[i] - meanX);
      sxy += (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = sxy / sxx;
    double residuals = 0;
    for (int i = 0; i < n; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      residuals += residual * residual;
    }
    double standardError = Math.sqrt(residuals / (n - FREE_PARAMETERS) / sxx);
    return new Trend(slope, NORMAL_95 * standardError);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
