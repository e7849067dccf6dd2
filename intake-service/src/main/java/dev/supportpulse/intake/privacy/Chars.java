package dev.supportpulse.intake.privacy;

/** Classes of characters, by one look into a table, since every character of a text is asked. */
final class Chars {

  private static final char FULLWIDTH_ZERO = '０';
  private static final char FULLWIDTH_NINE = '９';

  private static final int DIGIT = 1;
  private static final int LETTER = 2;
  private static final int UNDERSCORE = 4;
  private static final int HEX = 8;
  private static final int WORD = DIGIT | LETTER | UNDERSCORE;

  private static final byte[] ASCII = new byte[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      int classes = c >= '0' && c <= '9' ? DIGIT : c == '_' ? UNDERSCORE : 0;
      classes |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? LETTER : 0;
      classes |= Character.digit(c, 16) >= 0 ? HEX : 0;
      ASCII[c] = (byte) classes;
    }
  }

  private Chars() {}

  /** The character at that place; NUL, which no text holds, outside of it. */
  static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean is(char c, int classes) {
    return c < ASCII.length && (ASCII[c] & classes) != 0;
  }

  /** 0 to 9 for a digit, also a fullwidth one; −1 for anything else. */
  static int digit(char c) {
    if (c < ASCII.length) {
      return (ASCII[c] & DIGIT) != 0 ? c - '0' : -1;
    }
    return isFullwidthDigit(c) ? c - FULLWIDTH_ZERO : -1;
  }

  static boolean isFullwidthDigit(char c) {
    return c >= FULLWIDTH_ZERO && c <= FULLWIDTH_NINE;
  }

  static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  static boolean isLetter(char c) {
    return is(c, LETTER);
  }

  static boolean isHex(char c) {
    return is(c, HEX);
  }

  /** An ASCII letter or digit. */
  static boolean isAlphanumeric(char c) {
    return is(c, DIGIT | LETTER);
  }

  /** What names are made of in programs: an ASCII letter, a digit or an underscore. */
  static boolean isWord(char c) {
    return is(c, WORD);
  }

  /** A letter of an alphabet; Chinese characters stand beside what they speak of without a gap. */
  static boolean isAlphabetic(char c) {
    return c < ASCII.length ? isLetter(c) : c < 0x2000 && Character.isLetter(c);
  }

  /** Whether from there on the text is Chinese, Japanese or Korean writing or punctuation. */
  static boolean isEastAsian(char c) {
    return c >= 0x2E80;
  }
}
