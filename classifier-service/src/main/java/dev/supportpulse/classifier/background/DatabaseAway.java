package dev.supportpulse.classifier.background;

/** The database can't be asked now; trying again may succeed. Whoever watches it tells so once. */
public final class DatabaseAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseAway(String reason) {
    super(reason);
  }

  public DatabaseAway(Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
