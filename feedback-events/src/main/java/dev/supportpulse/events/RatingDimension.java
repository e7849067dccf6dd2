package dev.supportpulse.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a survey asks about, with the range of its answers. */
public enum RatingDimension {
  OVERALL("overall", 1, 5),
  TECHNICAL_SUPPORT("technicalSupport", 1, 5),
  SOLUTION("solution", 1, 5),
  RESPONSE_TIME("responseTime", 1, 5),
  SERVICE_QUALITY("serviceQuality", 1, 5),
  SOLUTION_EFFECTIVENESS("solutionEffectiveness", 1, 5),
  NEED_FULFILMENT("needFulfilment", 1, 5),
  /** Customer effort score. */
  EFFORT("effort", 1, 7),
  /** Net promoter score. */
  RECOMMEND("recommend", 0, 10);

  private static final Map<String, RatingDimension> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toMap(RatingDimension::wireName, Function.identity()));

  private final String wireName;
  private final int lowest;
  private final int highest;

  RatingDimension(String wireName, int lowest, int highest) {
    this.wireName = wireName;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The name in JSON. */
  public String wireName() {
    return wireName;
  }

  public int lowest() {
    return lowest;
  }

  public int highest() {
    return highest;
  }

  /** The dimension of that name, empty if it is none of ours. */
  public static Optional<RatingDimension> fromWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }
}
