package dev.supportpulse.intake.json;

/** Sizes of text in UTF-8. */
final class Utf8 {

  private Utf8() {}

  /** How many bytes the characters from {@code start} to before {@code end} take. */
  static long length(CharSequence text, int start, int end) {
    long bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
