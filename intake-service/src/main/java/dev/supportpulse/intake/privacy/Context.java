package dev.supportpulse.intake.privacy;

import java.util.List;
import java.util.Locale;

/** What stands before a place of a text. */
final class Context {

  private Context() {}

  /**
   * Whether one of the words stands in the few characters before that place, with no digit in
   * between. ASCII words count only whole and in any case.
   *
   * @param words in lower case
   */
  static boolean before(String text, int start, int window, List<String> words) {
    int from = start;
    while (from > 0 && start - from < window && Chars.digit(text.charAt(from - 1)) < 0) {
      from--;
    }
    String near = text.substring(from, start).toLowerCase(Locale.ROOT);
    char outside = Chars.at(text, from - 1);
    for (String word : words) {
      for (int at = near.indexOf(word); at >= 0; at = near.indexOf(word, at + 1)) {
        char left = at == 0 ? outside : near.charAt(at - 1);
        if (isWhole(left, word, Chars.at(near, at + word.length()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWhole(char left, String word, char right) {
    return !(Chars.isLetter(left) && Chars.isLetter(word.charAt(0)))
        && !(Chars.isLetter(right) && Chars.isLetter(word.charAt(word.length() - 1)));
  }
}
