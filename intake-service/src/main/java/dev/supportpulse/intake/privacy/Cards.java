package dev.supportpulse.intake.privacy;

/**
 * Payment card numbers: 14 to 19 digits that begin as the networks' do (ISO/IEC 7812-1 issuer
 * ranges) and whose check digit is right (Luhn), in one piece or grouped as on the card.
 */
final class Cards {

  private static final int MIN = 14;
  private static final int MAX = 19;

  private Cards() {}

  /** How many of the groups, from the first on, are a card's number; 0 if none. */
  static int groups(DigitGroups digits) {
    int first = digits.length(0);
    if (first >= MIN && first <= MAX) {
      return isCard(digits, first) ? 1 : 0;
    }
    if (first != 4 || digits.size() < 3 || digits.separator(1) == '.') {
      return 0;
    }
    if (digits.isShaped(4, 4, 4, 4)) {
      int tail = digits.length(4);
      boolean longer = digits.size() > 4 && digits.separator(4) == digits.separator(1) && tail <= 3;
      if (longer && isCard(digits, 16 + tail)) {
        return 5;
      }
      return isCard(digits, 16) ? 4 : 0;
    }
    boolean three = digits.isShaped(4, 6, 5) || digits.isShaped(4, 6, 4);
    return three && isCard(digits, digits.lengthOf(3)) ? 3 : 0;
  }

  private static boolean isCard(DigitGroups digits, int length) {
    return isIssued(digits, length) && luhn(digits, length);
  }

  /** ISO/IEC 7812-1 annex B. */
  private static boolean luhn(DigitGroups digits, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int digit = digits.digit(length - 1 - i);
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static boolean isIssued(DigitGroups digits, int length) {
    int four = digits.number(0, 4);
    int two = four / 100;
    return switch (length) {
      case 14 -> two == 36 || two == 38 || (four >= 3000 && four <= 3059) || four == 3095; // Diners
      case 15 -> two == 34 || two == 37; // American Express
      case 16 ->
          two / 10 == 4 // Visa
              || (two >= 51 && two <= 55) // Mastercard
              || (four >= 2221 && four <= 2720)
              || (four >= 2200 && four <= 2204) // Mir
              || isOfAnyLength(four);
      default -> isOfAnyLength(four) || (length == 19 && (two / 10 == 4 || four == 9558));
    };
  }

  /** UnionPay, Discover, JCB, Maestro. */
  private static boolean isOfAnyLength(int four) {
    int two = four / 100;
    return two == 62
        || two == 65
        || four == 6011
        || (four >= 6440 && four <= 6499)
        || (four >= 3528 && four <= 3589)
        || four == 5018
        || four == 5020
        || four == 5038
        || four == 5893
        || four == 6304
        || four == 6759
        || (four >= 6761 && four <= 6763);
  }
}
