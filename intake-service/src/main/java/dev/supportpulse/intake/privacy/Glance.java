package dev.supportpulse.intake.privacy;

/**
 * One cheap look at a whole text that tells which detectors may find something; most texts need
 * none of them.
 */
final class Glance {

  static final int AT = 1;
  static final int COLON = 1 << 1;
  static final int DOT = 1 << 2;
  static final int DIGIT = 1 << 3;

  /** At least as many digits as the shortest number that a detector takes. */
  static final int MANY_DIGITS = 1 << 4;

  /** As many letters, digits, dots and hyphens in a row as the shortest token has. */
  static final int LONG_WORD = 1 << 5;

  /** Five hyphens in a row, as around PEM blocks. */
  static final int RULE = 1 << 6;

  /** What stands between a name and its secret, or is in most secrets: = or : or a digit. */
  static final int SIGN = 1 << 7;

  private static final int IN_WORD = 1 << 8;
  private static final int HYPHEN = 1 << 9;

  private static final int MANY = 7;
  private static final int LONG = 16;
  private static final int RULE_LENGTH = 5;

  private static final short[] CLASSES = new short[128];

  static {
    for (char c = 0; c < CLASSES.length; c++) {
      int seen = 0;
      seen |= Chars.isDigit(c) ? DIGIT : 0;
      seen |= Chars.isDigit(c) || c == ':' || c == '=' ? SIGN : 0;
      seen |= Chars.isWord(c) || c == '-' || c == '.' ? IN_WORD : 0;
      seen |= c == '@' ? AT : c == ':' ? COLON : c == '.' ? DOT : c == '-' ? HYPHEN : 0;
      CLASSES[c] = (short) seen;
    }
  }

  private Glance() {}

  /** What the text has. */
  static int at(String text) {
    int all = 0;
    int digits = 0;
    int wordStart = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int seen = c < CLASSES.length ? CLASSES[c] : wide(c);
      all |= seen;
      digits += (seen & DIGIT) / DIGIT;
      if ((seen & IN_WORD) == 0) {
        longest = Math.max(longest, i - wordStart);
        wordStart = i + 1;
      }
    }
    longest = Math.max(longest, text.length() - wordStart);
    all |= digits >= MANY ? MANY_DIGITS : 0;
    all |= longest >= LONG ? LONG_WORD : 0;
    if ((all & HYPHEN) != 0 && longest >= RULE_LENGTH && text.contains("-----")) {
      all |= RULE;
    }
    return all;
  }

  private static int wide(char c) {
    return Chars.isFullwidthDigit(c) ? DIGIT | SIGN : c == '：' ? SIGN : 0;
  }
}
