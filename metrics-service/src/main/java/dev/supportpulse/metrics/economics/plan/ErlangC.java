package dev.supportpulse.metrics.economics.plan;

import java.util.OptionalDouble;

/**
 * Waiting in a queue with several people behind it: M/M/c, cases come at random (Poisson) and take
 * exponentially long.
 *
 * <p>Source: A. K. Erlang, "Solution of some Problems in the Theory of Probabilities", 1917;
 * Kleinrock, Queueing Systems I, 1975, §3.5. The recursion over Erlang B is exact and doesn't
 * overflow.
 */
public final class ErlangC {

  private ErlangC() {}

  /**
   * The probability that a case waits, in [0, 1].
   *
   * @param staff people at work at a time, at least 1
   * @param load offered work in erlangs (hours of work that come in per hour), at least 0; from
   *     {@code staff} on everybody waits
   */
  public static double waitingProbability(int staff, double load) {
    if (load >= staff) {
      return 1;
    }
    double blocking = 1;
    for (int people = 1; people <= staff; people++) {
      blocking = blocking(blocking, people, load);
    }
    return waiting(blocking, staff, load);
  }

  /** Erlang B of one more person: the probability that all are busy where nobody waits. */
  private static double blocking(double ofOneFewer, int staff, double load) {
    return load * ofOneFewer / (staff + load * ofOneFewer);
  }

  /** Erlang C from Erlang B. */
  private static double waiting(double blocking, int staff, double load) {
    return blocking / (1 - load / staff * (1 - blocking));
  }

  /**
   * The mean wait for somebody to take up a case: W = C(c, a)·s / (c − a), in the unit of {@code
   * service}; empty if the queue grows without end (load ≥ staff).
   *
   * @param service how long somebody works on a case, on average
   */
  public static OptionalDouble meanWait(int staff, double load, double service) {
    return load >= staff
        ? OptionalDouble.empty()
        : OptionalDouble.of(waitingProbability(staff, load) * service / (staff - load));
  }

  /**
   * The highest load at which the mean wait is no longer than {@code wait}. The wait rises with the
   * load, so the load is found by bisection to the last bit.
   *
   * @param wait in the unit of {@code service}, at least 0
   */
  public static double highestLoad(int staff, double service, double wait) {
    double low = 0;
    double high = staff;
    for (double middle = staff / 2.0; low < middle && middle < high; middle = (low + high) / 2) {
      if (meanWait(staff, middle, service).orElse(Double.POSITIVE_INFINITY) <= wait) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The fewest people who keep the mean wait within {@code wait} at that load. */
  public static int fewestStaff(double load, double service, double wait) {
    double blocking = 1;
    int staff = 0;
    do {
      staff++;
      blocking = blocking(blocking, staff, load);
    } while (staff <= load || waiting(blocking, staff, load) * service / (staff - load) > wait);
    return staff;
  }
}
