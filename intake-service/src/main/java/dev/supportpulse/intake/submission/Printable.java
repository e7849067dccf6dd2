package dev.supportpulse.intake.submission;

/** Text that every log, header and database takes. */
final class Printable {

  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** The text, cut at that many characters, without control characters and lone surrogates. */
  static String text(String text, int maxLength) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(maxLength)
        .map(c -> Character.isISOControl(c) || isLoneSurrogate(c) ? REPLACEMENT : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Pairs are one code point each; what is left is alone. */
  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
