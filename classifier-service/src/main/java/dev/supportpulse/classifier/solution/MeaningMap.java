package dev.supportpulse.classifier.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the articles of one language lie in a space of meaning. What all their phrasings have in
 * common (they all are about support of software) says nothing about which of them answers, so the
 * mean of them is taken off every point first (Mu and Viswanath, "All-but-the-Top", 2018).
 */
final class MeaningMap {

  /** One phrasing may happen to sound alike; a second one that does, too, is no accident. */
  private static final int NEAREST = 2;

  private final float[] mean;
  private final List<Place> places = new ArrayList<>();

  /**
   * A map of articles.
   *
   * @param points the point of each of their phrasings
   */
  MeaningMap(List<Article> articles, Map<String, float[]> points) {
    mean = mean(points.values());
    for (Article article : articles) {
      places.add(
          new Place(
              article,
              article.phrasings().stream()
                  .map(phrasing -> direction(points.getOrDefault(phrasing, mean)))
                  .toList()));
    }
  }

  /** The article nearest to a point, if there is more than one to choose from. */
  Optional<Nearest> nearest(float[] point) {
    float[] asked = direction(point);
    List<Nearest> found =
        places.stream()
            .map(place -> new Nearest(place.article(), place.similarity(asked), 0))
            .sorted(Comparator.comparingDouble(Nearest::similarity).reversed())
            .limit(2)
            .toList();
    if (found.size() < 2) {
      return Optional.empty();
    }
    Nearest best = found.get(0);
    return Optional.of(
        new Nearest(
            best.article(), best.similarity(), best.similarity() - found.get(1).similarity()));
  }

  private static float[] mean(Iterable<float[]> points) {
    float[] sum = new float[0];
    int count = 0;
    for (float[] point : points) {
      sum = count == 0 ? new float[point.length] : sum;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += point[i];
      }
      count++;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return sum;
  }

  /** Of length 1, or 0 if the point is the mean. */
  private float[] direction(float[] point) {
    float[] direction = new float[mean.length];
    double squares = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = point[i] - mean[i];
      squares += (double) direction[i] * direction[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < direction.length && length > 0; i++) {
      direction[i] /= length;
    }
    return direction;
  }

  private static double cosine(float[] one, float[] two) {
    float product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * two[i];
    }
    return product;
  }

  private record Place(Article article, List<float[]> directions) {

    /** The mean cosine of the nearest phrasings. */
    double similarity(float[] asked) {
      double[] cosines =
          directions.stream().mapToDouble(direction -> cosine(asked, direction)).sorted().toArray();
      int from = Math.max(0, cosines.length - NEAREST);
      return Arrays.stream(cosines, from, cosines.length).average().orElse(-1);
    }
  }

  /**
   * The nearest article.
   *
   * @param similarity to what was asked, in [-1, 1]
   * @param lead by how much it is more similar than the next one, not negative
   */
  record Nearest(Article article, double similarity, double lead) {}
}
