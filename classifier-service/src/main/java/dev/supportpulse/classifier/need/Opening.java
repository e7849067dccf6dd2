package dev.supportpulse.classifier.need;

/** The beginning of a text: its title, or the first sentence or two. */
public final class Opening {

  private static final int LATIN_CHARS = 160;

  /** A Chinese character says about as much as half a word. */
  private static final int CHINESE_CHARS = 100;

  private Opening() {}

  /** The terms of a text's beginning, up to 160 characters of English or 100 of Chinese. */
  public static FeatureVector of(CleanText text) {
    String all = text.text().strip();
    int most = Language.of(all) == Language.CHINESE ? CHINESE_CHARS : LATIN_CHARS;
    String beginning = all.length() <= most ? all : all.substring(0, most);
    return FeatureVector.of(new CleanText(beginning, 0, 0));
  }
}
