package dev.supportpulse.classifier.need;

/** Character classes that the stages share. */
final class Characters {

  private Characters() {}

  /** Han ideographs of the basic plane: unified ones, extension A and compatibility. */
  static boolean isHan(char c) {
    return c >= 0x3400
        && (c <= 0x4DBF || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF));
  }
}
