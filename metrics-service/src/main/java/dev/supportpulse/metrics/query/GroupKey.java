package dev.supportpulse.metrics.query;

import dev.supportpulse.metrics.tally.Dimension;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the dimensions that a question groups by; a missing value is null. */
public record GroupKey(Map<Dimension, @Nullable String> values) implements Comparable<GroupKey> {

  /** The key of the only group when nothing is grouped. */
  public static final GroupKey ALL = new GroupKey(Map.of());

  private static final Comparator<@Nullable String> MISSING_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  public GroupKey {
    EnumMap<Dimension, @Nullable String> copy = new EnumMap<>(Dimension.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  @Override
  public int compareTo(GroupKey other) {
    for (Dimension dimension : Dimension.values()) {
      int order = MISSING_LAST.compare(values.get(dimension), other.values.get(dimension));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
