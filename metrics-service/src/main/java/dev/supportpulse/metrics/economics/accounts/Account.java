package dev.supportpulse.metrics.economics.accounts;

import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.Tally;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer organisation in a window.
 *
 * @param name null for what no account is known of
 * @param cases opened
 * @param minutes of work on its cases
 * @param cost booked to it, or to its cases; in one currency
 * @param income booked to it, likewise
 */
public record Account(
    @Nullable String name, long cases, BigDecimal minutes, BigDecimal cost, BigDecimal income) {

  /** What accounts are sorted by; the most, and of profit the least, comes first. */
  public enum Order {
    CASES(Comparator.comparing(Account::cases).reversed()),
    HOURS(Comparator.comparing(Account::minutes).reversed()),
    COST(Comparator.comparing(Account::cost).reversed()),
    PROFIT(Comparator.comparing(Account::profit));

    // Comparators without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<Account> comparator;

    Order(Comparator<Account> comparator) {
      this.comparator = comparator;
    }

    /** The name of the parameter's value. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** R = income − cost, which may be negative. */
  public BigDecimal profit() {
    return income.subtract(cost);
  }

  /**
   * The accounts in that order; those that are equal by name.
   *
   * @param currency of cost and income; what was booked in another isn't counted
   */
  public static List<Account> of(List<AccountCounts> counts, String currency, Order order) {
    return counts.stream()
        .map(count -> of(count, currency))
        .sorted(
            order.comparator.thenComparing(
                Account::name, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static Account of(AccountCounts count, String currency) {
    Tally tally = count.tally();
    BigDecimal cost =
        tally.details(Measure.COST).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(currency + "/"))
            .map(entry -> entry.getValue().sum())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Amount income = tally.get(Measure.INCOME.of(currency));
    return new Account(
        count.account(), count.cases(), tally.total(Measure.EFFORT).sum(), cost, income.sum());
  }
}
