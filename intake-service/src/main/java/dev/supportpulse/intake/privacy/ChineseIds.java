package dev.supportpulse.intake.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Numbers of Chinese resident identity cards (GB 11643-1999): region, date of birth, sequence and
 * check character. The 15 digits in use before have no check and count only where the text says
 * that it speaks of identity cards; there a wrong check character is forgiven, too.
 */
final class ChineseIds {

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int WINDOW = 16;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private static final List<String> WORDS =
      List.of("身份证", "证件", "证号", "居住证", "identity card", "id card", "national id", "chinese id");

  private ChineseIds() {}

  /** Where the number that begins there ends; −1 if none does. */
  static int end(String text, DigitGroups digits) {
    int end = digits.end(0);
    char last = Chars.at(text, end);
    boolean x = last == 'X' || last == 'x';
    int length = digits.length(0) + (x ? 1 : 0);
    if (length == LENGTH && isBirth(digits.number(6, 4), digits, 10) && isRegion(digits)) {
      boolean checked = check(digits) == (x ? 'X' : (char) ('0' + digits.digit(LENGTH - 1)));
      return checked || isSaid(text, digits) ? end + (x ? 1 : 0) : -1;
    }
    boolean old =
        length == OLD_LENGTH
            && !x
            && isBirth(1900 + digits.number(6, 2), digits, 8)
            && isRegion(digits);
    return old && isSaid(text, digits) ? end : -1;
  }

  private static boolean isSaid(String text, DigitGroups digits) {
    return Context.before(text, digits.start(), WINDOW, WORDS);
  }

  /** ISO 7064 MOD 11-2. */
  private static char check(DigitGroups digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += digits.digit(i) * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  private static boolean isBirth(int year, DigitGroups digits, int month) {
    try {
      return year >= 1900
          && year < 2100
          && LocalDate.of(year, digits.number(month, 2), digits.number(month + 2, 2)) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The provinces of GB/T 2260; 81 to 83 are residence permits. */
  private static boolean isRegion(DigitGroups digits) {
    int tens = digits.digit(0);
    int ones = digits.digit(1);
    return switch (tens) {
      case 1, 5 -> ones <= (tens == 1 ? 5 : 4) && (tens == 5 || ones >= 1);
      case 2, 8 -> ones >= 1 && ones <= 3;
      case 3 -> ones >= 1 && ones <= 7;
      case 4 -> ones >= 1 && ones <= 6;
      case 6 -> ones >= 1 && ones <= 5;
      case 7 -> ones == 1;
      default -> false;
    };
  }
}
