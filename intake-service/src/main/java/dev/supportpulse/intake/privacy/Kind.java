package dev.supportpulse.intake.privacy;

/**
 * A kind of personal data in texts. Where two overlap, the one that is named first here is told.
 */
public enum Kind {
  /** The PEM block of a private key, whole or cut off at either end. */
  PRIVATE_KEY,
  /** A password, a token, an API key: whatever lets its holder in. */
  ACCESS_TOKEN,
  /** An e-mail address. */
  EMAIL,
  /** The number of a Chinese resident identity card (GB 11643-1999), or its 15-digit forerunner. */
  CN_ID,
  /** The number of a payment card (ISO/IEC 7812). */
  PAYMENT_CARD,
  /** An IPv4 or IPv6 address that tells machines apart. */
  IP,
  /** A telephone number. */
  PHONE;

  private final String mark = "[" + name() + "]";

  /** What stands in a text for what was removed, such as {@code [EMAIL]}. */
  public String mark() {
    return mark;
  }
}
