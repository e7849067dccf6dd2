package dev.supportpulse.intake.privacy;

/**
 * Groups of digits with single separators between them, such as {@code 138-1234-5678}: what may be
 * one number. Reads at most so many groups and digits as any number has.
 */
final class DigitGroups {

  private static final int MAX_GROUPS = 8;

  /** One more than the longest number, so that longer ones are seen to be longer. */
  private static final int MAX_DIGITS = 20;

  private static final int MAX_SEPARATORS = 3;
  private static final String NOT_FROM_ABROAD = "(0)";

  private final String text;
  private final int[] starts = new int[MAX_GROUPS];
  private final int[] ends = new int[MAX_GROUPS];
  private final byte[] digits = new byte[MAX_DIGITS];
  private int groups;
  private int count;

  DigitGroups(String text) {
    this.text = text;
  }

  /** Reads those that begin at that digit. */
  void read(int start) {
    read(start, false);
  }

  /** The same, where parentheses and (0), which is not dialled from abroad, may stand between. */
  void readInternational(int start) {
    read(start, true);
  }

  private void read(int start, boolean international) {
    groups = 0;
    count = 0;
    int i = start;
    while (groups < MAX_GROUPS) {
      int from = i;
      int value = Chars.digit(Chars.at(text, i));
      while (value >= 0) {
        if (count < MAX_DIGITS) {
          digits[count] = (byte) value;
        }
        count++;
        i++;
        value = Chars.digit(Chars.at(text, i));
      }
      starts[groups] = from;
      ends[groups] = i;
      groups++;
      int next = international ? behindSeparators(i) : isSeparator(Chars.at(text, i)) ? i + 1 : i;
      if (next == i || Chars.digit(Chars.at(text, next)) < 0) {
        return;
      }
      i = next;
    }
  }

  private int behindSeparators(int from) {
    int i = from;
    while (i - from < MAX_SEPARATORS) {
      char c = Chars.at(text, i);
      if (text.startsWith(NOT_FROM_ABROAD, i)) {
        i += NOT_FROM_ABROAD.length();
      } else if (isSeparator(c) || c == '(' || c == ')') {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\u00A0';
  }

  int size() {
    return groups;
  }

  int start() {
    return starts[0];
  }

  /** Where the group of that index ends. */
  int end(int group) {
    return ends[group];
  }

  /** How many digits the group of that index has; 0 if there is no such group. */
  int length(int group) {
    return group < groups ? ends[group] - starts[group] : 0;
  }

  /** How many digits the first so many groups have. */
  int lengthOf(int firstGroups) {
    int sum = 0;
    for (int i = 0; i < firstGroups; i++) {
      sum += length(i);
    }
    return sum;
  }

  /** Whether it begins with 00 and the calling code of a country. */
  boolean isForeign() {
    return length(0) > 2 && digits[0] == 0 && digits[1] == 0 && digits[2] != 0;
  }

  /** The digit at that place of all, from 0. */
  int digit(int index) {
    return digits[index];
  }

  /** The number that so many digits from that place on make. */
  int number(int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = number * 10 + digits[i];
    }
    return number;
  }

  /** What stands before the group of that index. */
  char separator(int group) {
    return Chars.at(text, starts[group] - 1);
  }

  /** Whether the first groups have those lengths and one and the same separator between them. */
  boolean isShaped(int... lengths) {
    for (int i = 0; i < lengths.length; i++) {
      if (length(i) != lengths[i] || (i > 1 && separator(i) != separator(1))) {
        return false;
      }
    }
    return true;
  }

  /** The first so many digits, as ASCII. */
  void appendTo(StringBuilder out, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append((char) ('0' + digits[i]));
    }
  }
}
