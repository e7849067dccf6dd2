package dev.supportpulse.intake.privacy;

import java.util.BitSet;

/** Country calling codes (list of ITU-T Recommendation E.164 assigned country codes). */
final class CallingCodes {

  private static final BitSet ASSIGNED = new BitSet();

  static {
    assign(1, 7);
    assign(20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49);
    assign(51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66);
    assign(81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98);
    assign(211, 212, 213, 216, 218, 290, 291, 297, 298, 299);
    assignAll(220, 269);
    assignAll(350, 359);
    assignAll(370, 378);
    assignAll(380, 383);
    assign(385, 386, 387, 389, 420, 421, 423);
    assignAll(500, 509);
    assignAll(590, 599);
    assignAll(670, 692);
    assign(800, 808, 850, 852, 853, 855, 856, 870, 878, 880, 881, 882, 883, 886, 888);
    assignAll(960, 968);
    assignAll(970, 977);
    assign(979);
    assignAll(992, 998);
  }

  private static final int LONGEST = 3;

  private CallingCodes() {}

  /** The code that begins at that digit; 0 if none does. No code is the beginning of another. */
  static int at(DigitGroups digits, int from) {
    for (int length = 1;
        length <= LONGEST && from + length <= digits.lengthOf(digits.size());
        length++) {
      int code = digits.number(from, length);
      if (ASSIGNED.get(code)) {
        return code;
      }
    }
    return 0;
  }

  private static void assign(int... codes) {
    for (int code : codes) {
      ASSIGNED.set(code);
    }
  }

  private static void assignAll(int first, int last) {
    ASSIGNED.set(first, last + 1);
  }
}
