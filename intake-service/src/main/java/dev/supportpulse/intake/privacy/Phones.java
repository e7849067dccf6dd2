package dev.supportpulse.intake.privacy;

import java.util.List;
import java.util.Locale;

/**
 * Telephone numbers: international ones (+, or 00 behind a word such as "phone"), Chinese mobile,
 * landline and 400/800 numbers, North American ones in their usual grouping, and any other of 7 to
 * 15 digits where a word such as "phone" or 电话 stands before it.
 */
final class Phones {

  private static final int MIN = 7;

  /** E.164 §6.1. */
  private static final int MAX = 15;

  private static final int WINDOW = 14;
  private static final int NORTH_AMERICA = 1;
  private static final int CHINA = 86;

  private static final List<String> SAID =
      List.of(
          "tel",
          "telephone",
          "phone",
          "mobile",
          "mob",
          "cell",
          "call",
          "fax",
          "whatsapp",
          "ring",
          "contact",
          "dial",
          "sms",
          "电话",
          "手机",
          "座机",
          "热线",
          "传真",
          "联系",
          "致电",
          "拨打",
          "移动");

  /** A bare run of eleven digits behind one of these is an amount or another number. */
  private static final List<String> NO_PHONE =
      List.of(
          "id", "pid", "tid", "uid", "order", "no", "nr", "ticket", "issue", "session", "inode",
          "offset", "length", "len", "sum", "count", "pause", "rows", "bytes", "size", "took",
          "serial", "rma", "sn", "订单", "单号", "流水", "编号", "工单", "主键", "大小", "序列", "批次", "合同", "会员");

  private static final List<String> UNITS =
      List.of("byte", "b ", "ns", "ms", "us", "µs", "kb", "rows", "字节", "条", "行", "元", "ops");

  private Phones() {}

  /** Whether the text says that a telephone number follows. */
  static boolean isSaid(String text, int start) {
    return Context.before(text, start, WINDOW, SAID);
  }

  /**
   * An international number, without the plus sign or 00 before it: a calling code and at most 15
   * digits in all (E.164 §6.2), exactly as many as there are where the calling code is ours to
   * know.
   *
   * @param from the first digit of the calling code
   * @return the end of it, or −1
   */
  static int endOfInternational(DigitGroups digits, int from) {
    int code = CallingCodes.at(digits, from);
    if (code == 0) {
      return -1;
    }
    for (int groups = digits.size(); groups > 0; groups--) {
      int length = digits.lengthOf(groups) - from;
      boolean complete =
          switch (code) {
            case NORTH_AMERICA -> length == 11;
            case CHINA -> length == (isMobile(digits, from + 2) ? 13 : 12) || length == 11;
            default -> length > MIN && length <= MAX;
          };
      if (complete) {
        return digits.end(groups - 1);
      }
    }
    return -1;
  }

  /** A national number; the end of it, or −1. */
  static int endOfNational(String text, DigitGroups digits, boolean continued) {
    int end = endOfKnownShape(text, digits);
    if (end > 0
        || continued
        || digits.lengthOf(digits.size()) < MIN
        || !isSaid(text, digits.start())) {
      return end;
    }
    for (int groups = digits.size(); groups > 0; groups--) {
      int length = digits.lengthOf(groups);
      if (length >= MIN && length <= MAX && !isDate(digits)) {
        return digits.end(groups - 1);
      }
    }
    return -1;
  }

  private static boolean isDate(DigitGroups digits) {
    return digits.length(0) == 4
        && (digits.number(0, 2) == 19 || digits.number(0, 2) == 20)
        && digits.length(1) == 2;
  }

  private static int endOfKnownShape(String text, DigitGroups digits) {
    int first = digits.length(0);
    if (first == 11 && isMobile(digits, 0)) {
      return isBareMobile(text, digits) ? digits.end(0) : -1;
    }
    if (digits.isShaped(3, 4, 4) && digits.separator(1) != '.' && isMobile(digits, 0)) {
      return digits.end(2);
    }
    if (digits.isShaped(2, 11) && digits.number(0, 2) == 86 && isMobile(digits, 2)) {
      return digits.end(1);
    }
    if (first == 13 && digits.number(0, 2) == 86 && isMobile(digits, 2)) {
      return isSaid(text, digits.start()) ? digits.end(0) : -1;
    }
    if (digits.size() > 1 && digits.separator(1) == '-' && isAreaCode(digits)) {
      return endOfLandline(digits);
    }
    if (isHotline(digits)) {
      return digits.end(2);
    }
    return endOfNorthAmerican(digits);
  }

  /** Mainland China: 1, then 3 to 9, eleven digits in all. */
  private static boolean isMobile(DigitGroups digits, int from) {
    return digits.digit(from) == 1 && digits.digit(from + 1) >= 3;
  }

  private static boolean isBareMobile(String text, DigitGroups digits) {
    int start = digits.start();
    if (isSaid(text, start)) {
      return true;
    }
    char left = Chars.at(text, start - 1);
    if (left == '#' || left == '=' || (left == '/' && Chars.isWord(Chars.at(text, start - 2)))) {
      return false;
    }
    int end = digits.end(0);
    String after =
        text.substring(end, Math.min(text.length(), end + 8)).strip().toLowerCase(Locale.ROOT);
    return UNITS.stream().noneMatch(after::startsWith)
        && !Context.before(text, start, WINDOW, NO_PHONE);
  }

  /** 010, 02x and 03xx to 09xx. */
  private static boolean isAreaCode(DigitGroups digits) {
    int length = digits.length(0);
    return digits.digit(0) == 0
        && ((length == 3 && (digits.number(0, 3) == 10 || digits.digit(1) == 2))
            || (length == 4 && digits.digit(1) >= 3));
  }

  private static int endOfLandline(DigitGroups digits) {
    int second = digits.length(1);
    if (second == 7 || second == 8) {
      boolean extension = digits.size() > 2 && digits.separator(2) == '-' && digits.length(2) <= 5;
      return digits.end(extension ? 2 : 1);
    }
    boolean split = (second == 4 || second == 3) && digits.length(2) == 4;
    return split ? digits.end(2) : -1;
  }

  private static boolean isHotline(DigitGroups digits) {
    if (digits.length(0) < 3 || digits.lengthOf(3) != 10) {
      return false;
    }
    int three = digits.number(0, 3);
    return (three == 400 || three == 800)
        && (digits.isShaped(4, 3, 3)
            || (digits.separator(1) == '-'
                && (digits.isShaped(3, 3, 4) || digits.isShaped(3, 4, 3))));
  }

  /** {@code NXX-NXX-XXXX}, perhaps with 1 before it. */
  private static int endOfNorthAmerican(DigitGroups digits) {
    boolean one = digits.isShaped(1, 3, 3, 4) && digits.digit(0) == 1;
    if (!one && !digits.isShaped(3, 3, 4)) {
      return -1;
    }
    int area = one ? 1 : 0;
    char separator = digits.separator(1);
    boolean plan = digits.digit(area) >= 2 && digits.digit(area + 3) >= 2;
    return plan && (separator == '-' || separator == '.') ? digits.end(one ? 3 : 2) : -1;
  }

  /** Behind {@code (415)} or {@code (010)}: what follows the parenthesis; −1 if it is no number. */
  static int endBehindAreaCode(int area, int areaLength, DigitGroups rest) {
    boolean american = areaLength == 3 && area >= 200 && rest.isShaped(3, 4) && rest.digit(0) >= 2;
    if (american) {
      return rest.end(1);
    }
    boolean chinese =
        (areaLength == 3 && (area == 10 || area / 10 == 2))
            || (areaLength == 4 && area >= 300 && area < 1000);
    if (!chinese) {
      return -1;
    }
    int first = rest.length(0);
    if (first == 7 || first == 8) {
      return rest.end(0);
    }
    return rest.isShaped(4, 4) || rest.isShaped(3, 4) ? rest.end(1) : -1;
  }
}
