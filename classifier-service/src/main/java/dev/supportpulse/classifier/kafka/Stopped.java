package dev.supportpulse.classifier.kafka;

/** The service stops before a batch was done. Nothing failed: the batch comes again. */
final class Stopped extends IllegalStateException {

  private static final long serialVersionUID = 1;

  Stopped() {
    super("the service stops");
  }
}
