package dev.supportpulse.intake.submission;

/** Text that every log, header and database takes. */
final class Printable {

  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** The text, cut at that many characters, without control characters and lone surrogates. */
  static String text(String text, int maxLength) {
    if (isPrintable(text, maxLength)) {
      return text;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(maxLength)
        .map(c -> Character.isISOControl(c) || isLoneSurrogate(c) ? REPLACEMENT : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Whether it is so already, which nearly every text is; pairs are left to the long way. */
  private static boolean isPrintable(String text, int maxLength) {
    if (text.length() > maxLength) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** Pairs are one code point each; what is left is alone. */
  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
