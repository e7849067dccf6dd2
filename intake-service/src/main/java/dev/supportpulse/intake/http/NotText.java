package dev.supportpulse.intake.http;

/** Bytes that are no text; the message says what would be. */
final class NotText extends Exception {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  NotText(String remedy) {
    super(remedy);
    this.remedy = remedy;
  }

  @Override
  public String getMessage() {
    return remedy;
  }
}
