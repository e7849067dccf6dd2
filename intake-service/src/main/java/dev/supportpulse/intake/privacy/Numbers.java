package dev.supportpulse.intake.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of personal data that are numbers: identity cards, payment cards and telephones, which
 * compete for the same digits. A number that is a part of a longer name or number, such as a UUID
 * or a decimal fraction, is none of them.
 */
final class Numbers implements Detector {

  @Override
  public int worthwhile() {
    return Glance.MANY_DIGITS;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    DigitGroups digits = new DigitGroups(text);
    int i = 0;
    while (i < text.length()) {
      if (Chars.digit(text.charAt(i)) < 0) {
        i++;
        continue;
      }
      digits.read(i);
      int endOfGroup = digits.end(0);
      Finding found = find(text, digits);
      if (found != null) {
        findings.add(found);
      }
      i = found == null ? endOfGroup : found.end();
    }
  }

  private static @Nullable Finding find(String text, DigitGroups digits) {
    int start = digits.start();
    char left = Chars.at(text, start - 1);
    char beyond = Chars.at(text, start - 2);
    if ((left == '+' || left == '＋') && !Chars.isWord(beyond)) {
      digits.readInternational(start);
      return finding(text, start - 1, Phones.endOfInternational(digits, 0), Kind.PHONE);
    }
    if (left == '(' && digits.length(0) <= 4 && Chars.at(text, digits.end(0)) == ')') {
      return inParentheses(text, digits);
    }
    if (Chars.isWord(left) || ((left == '-' || left == '.') && Chars.isWord(beyond))) {
      return null;
    }
    int id = ChineseIds.end(text, digits);
    if (id > 0) {
      return finding(text, start, id, Kind.CN_ID);
    }
    int card = Cards.groups(digits);
    if (card > 0) {
      return finding(text, start, digits.end(card - 1), Kind.PAYMENT_CARD);
    }
    if (digits.isForeign() && Phones.isSaid(text, start)) {
      return finding(text, start, Phones.endOfInternational(digits, 2), Kind.PHONE);
    }
    boolean continued = left == ' ' && Chars.digit(beyond) >= 0;
    return finding(text, start, Phones.endOfNational(text, digits, continued), Kind.PHONE);
  }

  private static @Nullable Finding inParentheses(String text, DigitGroups digits) {
    int length = digits.length(0);
    int area = digits.number(0, length);
    int start = digits.start() - 1;
    int next = digits.end(0) + 1;
    if (Chars.at(text, next) == ' ' || Chars.at(text, next) == '-') {
      next++;
    }
    if (Chars.digit(Chars.at(text, next)) < 0) {
      return null;
    }
    digits.read(next);
    int end = Phones.endBehindAreaCode(area, length, digits);
    return finding(text, start, end, Kind.PHONE);
  }

  /** Unless what follows shows that it is a part of something longer. */
  private static @Nullable Finding finding(String text, int start, int end, Kind kind) {
    if (end < 0) {
      return null;
    }
    char right = Chars.at(text, end);
    char beyond = Chars.at(text, end + 1);
    boolean joined =
        Chars.isWord(right)
            || Chars.digit(right) >= 0
            || ((right == '-' || right == '.') && Chars.isAlphanumeric(beyond));
    return joined ? null : new Finding(start, end, kind);
  }
}
