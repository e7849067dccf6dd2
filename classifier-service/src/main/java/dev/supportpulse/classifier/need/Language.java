package dev.supportpulse.classifier.need;

import java.util.Arrays;
import java.util.Optional;

/** The languages that texts are told apart into. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh");

  /**
   * A Han character carries about what a Latin word does, so Chinese reports full of commands and
   * logs still have few Han characters per letter.
   */
  private static final double CHINESE_FROM = 0.05;

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** The language of a BCP 47 tag, if it is one of these. */
  public static Optional<Language> ofTag(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * The language by script ratio: Chinese if at least 5 % of the letters are Han, else English.
   * Texts without letters are English.
   */
  public static Language of(CharSequence text) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isHan(c)) {
        han++;
        letters++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return han > 0 && han >= CHINESE_FROM * letters ? CHINESE : ENGLISH;
  }
}
