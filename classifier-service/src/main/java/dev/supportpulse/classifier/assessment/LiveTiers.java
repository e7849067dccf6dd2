package dev.supportpulse.classifier.assessment;

import dev.supportpulse.classifier.need.Tiers;

/** The classifiers that are in use now. They change as a whole, between two texts. */
public final class LiveTiers {

  private volatile Tiers tiers;

  /** Begins with some. */
  public LiveTiers(Tiers tiers) {
    this.tiers = tiers;
  }

  public Tiers now() {
    return tiers;
  }

  /** Uses others from the next text on. */
  public void use(Tiers others) {
    tiers = others;
  }
}
