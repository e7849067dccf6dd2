package dev.supportpulse.metrics.cost;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Every item that any version rates. */
  public Set<String> items() {
    return versions.stream()
        .flatMap(card -> card.items().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
