package dev.supportpulse.metrics.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** How the consumer stands, for the health checks. */
@ApplicationScoped
public class ConsumerStatus {

  private volatile State state = State.STARTING;

  State state() {
    return state;
  }

  void now(State newState) {
    state = newState;
  }

  /** What the consumer is doing. */
  enum State {
    STARTING,
    /** It has its share of the partitions, which may be none where there are many instances. */
    ASSIGNED,
    /** It waits for the database. */
    RETRYING,
    /** It gave up; the log has the reason, and only a restart helps. */
    FAILED
  }
}
