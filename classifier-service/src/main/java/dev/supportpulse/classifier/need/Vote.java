package dev.supportpulse.classifier.need;

/**
 * What a tuned network has to say beside the heads: one score a category, in their order.
 *
 * @param space the network's, whose coordinates are these scores
 * @param weight what they count beside the scores of the heads
 */
public record Vote(String space, double weight) {

  /** Adds a network's scores to those of the heads, in a new array. */
  public double[] added(double[] scores, float[] votes) {
    double[] sum = scores.clone();
    for (int head = 0; head < sum.length; head++) {
      sum[head] += weight * votes[head];
    }
    return sum;
  }
}
