package dev.supportpulse.intake.http.body;

import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of bodies may be in memory at once, so that it stays bounded however many clients
 * send, and how many of them may be one party's, so that none keeps the others out. Only what has
 * arrived counts: who announces much and sends little takes no one's place.
 *
 * <p>A party may hold at most its share of what the others leave (dynamic thresholds with α = share
 * / (1 − share): Choudhury and Hahne, IEEE/ACM Transactions on Networking 6 (2), 1998). So n
 * parties leave at least (1 − share)ⁿ of the limit free, however much they send; and the more come,
 * the less one that holds much may add. Only a request that is alone inside is let in whatever its
 * size.
 */
final class Admission {

  private final long limit;
  private final double share;
  private final Map<String, Long> held = new HashMap<>();
  private long inside;

  /**
   * An empty house.
   *
   * @param limit bytes that may be inside at once
   * @param share of what the others leave, that one party may hold; above 0, and at most 1, with
   *     which whoever comes first may hold everything
   * @throws IllegalArgumentException if the share isn't within these bounds
   */
  Admission(long limit, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "supportpulse.intake.max-in-flight-share is %s: it must be above 0 and at most 1"
              .formatted(share));
    }
    this.limit = limit;
    this.share = share;
  }

  /** A visitor of that party with nothing inside yet. */
  Visit visit(String party) {
    return new Visit(party);
  }

  /** How many bytes are inside now. */
  synchronized long inside() {
    return inside;
  }

  private synchronized boolean enter(Visit visit, long more) {
    if (visit.over) {
      return false;
    }
    long own = held.getOrDefault(visit.party, 0L);
    boolean alone = inside == visit.bytes;
    if (!alone && own + more > share * (limit - (inside - own))) {
      return false;
    }
    held.put(visit.party, own + more);
    inside += more;
    visit.bytes += more;
    return true;
  }

  private synchronized void leave(Visit visit) {
    long bytes = visit.bytes;
    held.computeIfPresent(visit.party, (same, own) -> own > bytes ? own - bytes : null);
    inside -= bytes;
    visit.bytes = 0;
    visit.over = true;
  }

  /** What one request has inside. Safe for use by several threads. */
  final class Visit {

    private final String party;
    private long bytes;
    private boolean over;

    private Visit(String party) {
      this.party = party;
    }

    /**
     * Lets so many bytes more in, unless it gets too crowded, the party has its share already, or
     * the visit is over; then nothing changes. Who is alone inside is let in whatever the size.
     */
    boolean enter(long more) {
      return Admission.this.enter(this, more);
    }

    /** Lets everything out that came in, once. */
    void leave() {
      Admission.this.leave(this);
    }
  }
}
