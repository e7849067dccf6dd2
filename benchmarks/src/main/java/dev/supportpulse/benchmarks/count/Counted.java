package dev.supportpulse.benchmarks.count;

/**
 * What one contender did in one round. Microseconds are of processor time per record; all processes
 * share the processors.
 *
 * @param records that it counted
 * @param seconds from when it could see them until all were counted for good
 * @param ownMicros in the contender's own process
 * @param databaseMicros in all processes of the database
 * @param brokerMicros in the broker
 */
public record Counted(
    long records, double seconds, double ownMicros, double databaseMicros, double brokerMicros) {

  /** The same work, measured by so many rows that came of it. */
  public Counted of(long rows) {
    double ratio = (double) records / rows;
    return new Counted(
        rows, seconds, ownMicros * ratio, databaseMicros * ratio, brokerMicros * ratio);
  }

  /** Records a second. */
  public double perSecond() {
    return records / seconds;
  }
}
