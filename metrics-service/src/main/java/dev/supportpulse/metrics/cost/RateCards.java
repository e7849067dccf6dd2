package dev.supportpulse.metrics.cost;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of a project's rate card, each valid until the next. */
public record RateCards(List<RateCard> versions) {

  /** The project has no rate card. */
  public static final RateCards NONE = new RateCards(List.of());

  public RateCards {
    versions = versions.stream().sorted(Comparator.comparing(RateCard::validFrom)).toList();
  }

  /** The version valid at the instant, empty before the first. */
  public Optional<RateCard> at(Instant instant) {
    return versions.stream()
        .filter(card -> !card.validFromInstant().isAfter(instant))
        .reduce((earlier, later) -> later);
  }

  /** Whether any version rates that item. */
  boolean rates(String item) {
    return versions.stream().anyMatch(card -> card.items().containsKey(item));
  }
}
