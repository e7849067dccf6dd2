package dev.supportpulse.metrics.tally;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.SupportMode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What a count can be grouped by and filtered on. A missing value is null, a group of its own. */
public record Dimensions(
    @Nullable NeedCategory category,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable SupportMode mode)
    implements Comparable<Dimensions> {

  /** Nothing is known. */
  public static final Dimensions UNKNOWN = new Dimensions(null, null, null, null);

  private static final Comparator<Dimensions> ORDER =
      Comparator.comparing(
              Dimensions::category, Comparator.nullsFirst(Comparator.<NeedCategory>naturalOrder()))
          .thenComparing(
              Dimensions::channel, Comparator.nullsFirst(Comparator.<Channel>naturalOrder()))
          .thenComparing(Dimensions::tier, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
          .thenComparing(
              Dimensions::mode, Comparator.nullsFirst(Comparator.<SupportMode>naturalOrder()));

  /** These, with what is missing taken from {@code other}. */
  public Dimensions orElse(Dimensions other) {
    if (other.equals(UNKNOWN)) {
      return this;
    }
    return new Dimensions(
        category != null ? category : other.category,
        channel != null ? channel : other.channel,
        tier != null ? tier : other.tier,
        mode != null ? mode : other.mode);
  }

  /** These with another category. */
  public Dimensions withCategory(@Nullable NeedCategory newCategory) {
    return new Dimensions(newCategory, channel, tier, mode);
  }

  @Override
  public int compareTo(Dimensions other) {
    return ORDER.compare(this, other);
  }
}
