package dev.supportpulse.classifier.kafka;

/** The broker gives no answer; trying again may succeed. */
public final class BrokerAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokerAway(String what) {
    super("the broker gives no answer: " + what);
  }

  BrokerAway(Throwable cause) {
    super("the broker gives no answer: " + cause.getMessage(), cause);
  }
}
