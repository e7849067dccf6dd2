package dev.supportpulse.metrics.cost;

import dev.supportpulse.metrics.figure.Currencies;
import dev.supportpulse.metrics.figure.Figure;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import dev.supportpulse.metrics.window.Counted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts amounts to one currency, each at the rate of its own UTC day. Products are exact and are
 * not rounded, so that groups still sum to the total. What has no rate stays as it is, and makes
 * the figures that need it absent.
 *
 * @param currency null to leave every amount in its own currency
 * @param tables those of the currency
 */
public record Exchange(@Nullable String currency, List<ExchangeTable> tables) {

  /** Every amount stays in its own currency. */
  public static final Exchange NONE = new Exchange(null, List.of());

  /** Measures whose detail begins with a currency. */
  private static final Set<Measure> MONEY =
      EnumSet.of(Measure.COST, Measure.COST_IN_TOTAL, Measure.INCOME);

  public Exchange {
    tables =
        tables.stream()
            .filter(table -> table.currency().equals(currency))
            .sorted(Comparator.comparing(ExchangeTable::validFrom))
            .toList();
  }

  /** The instants at which rates change. */
  public Stream<Instant> changes() {
    return tables.stream().map(ExchangeTable::validFromInstant);
  }

  /** The currency that amounts of {@code other} come out in, if there is a rate. */
  String currencyOf(String other) {
    return currency == null ? other : currency;
  }

  /** What one unit of {@code other} is worth at that time, empty if there is no rate. */
  Optional<BigDecimal> rate(String other, Instant at) {
    if (currency == null || currency.equals(other)) {
      return Optional.of(BigDecimal.ONE);
    }
    return tables.stream()
        .filter(table -> !table.validFromInstant().isAfter(at))
        .reduce((earlier, later) -> later)
        .map(table -> table.rates().get(other));
  }

  /** The span with its amounts converted; it lies between two changes of the rates. */
  public Counted convert(Counted span) {
    if (currency == null) {
      return span;
    }
    NavigableMap<MeasureKey, Amount> converted = new TreeMap<>();
    span.tally()
        .amounts()
        .forEach(
            (key, amount) -> {
              String detail = key.detail();
              String from = MONEY.contains(key.measure()) ? detail.split("/", 2)[0] : currency;
              BigDecimal rate = rate(from, span.window().from()).orElse(null);
              if (rate == null || from.equals(currency)) {
                converted.merge(key, amount, Amount::plus);
              } else {
                converted.merge(
                    key.measure().of(currency + detail.substring(from.length())),
                    new Amount(amount.n(), amount.sum().multiply(rate)),
                    Amount::plus);
              }
            });
    return new Counted(span.window(), new Tally(converted));
  }

  /** The rate cards with their rates converted, day by day. */
  public RateCards convert(RateCards cards) {
    TreeSet<LocalDate> days = new TreeSet<>();
    cards.versions().forEach(card -> days.add(card.validFrom()));
    tables.forEach(table -> days.add(table.validFrom()));
    return new RateCards(
        days.stream()
            .flatMap(
                day ->
                    cards
                        .at(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .map(card -> convert(card, day))
                        .stream())
            .toList());
  }

  private RateCard convert(RateCard card, LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return rate(card.currency(), at)
        .map(
            rate -> {
              TreeMap<String, BigDecimal> items = new TreeMap<>();
              card.items().forEach((item, price) -> items.put(item, price.multiply(rate)));
              return new RateCard(currencyOf(card.currency()), items, day);
            })
        .orElseGet(() -> new RateCard(card.currency(), card.items(), day));
  }

  /**
   * The figure, unless an amount in it couldn't be converted: then absent, naming the currency and
   * the first day of the spans that has no rate for it.
   */
  public Figure checked(Figure figure, List<Counted> spans) {
    return Currencies.of(figure).stream()
        .filter(found -> currency != null && !found.equals(currency))
        .findFirst()
        .map(lacking -> without(lacking, spans))
        .orElse(figure);
  }

  private Figure without(String lacking, List<Counted> spans) {
    return spans.stream()
        .filter(span -> !span.tally().isNone())
        .map(span -> span.window().from())
        .filter(start -> rate(lacking, start).isEmpty())
        .findFirst()
        .map(start -> noRate(lacking, start))
        .orElseGet(() -> new Figure.Absent(Reason.NO_EXCHANGE_RATE, lacking));
  }

  static Figure noRate(String lacking, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return new Figure.Absent(Reason.NO_EXCHANGE_RATE, "%s on %s".formatted(lacking, day));
  }
}
