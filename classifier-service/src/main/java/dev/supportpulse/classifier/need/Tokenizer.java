package dev.supportpulse.classifier.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a clean text into tokens: words in lower case (identifiers in their parts), single Han
 * characters, question and exclamation marks, and typed tokens such as {@code <version>} for what
 * matters by its kind and not by its digits. One pass, whatever the text.
 */
public final class Tokenizer {

  /** A text has no more tokens than this; the rest is ignored. */
  public static final int MAX_TOKENS = 2_000;

  /** Longer runs of letters are data, not words. */
  private static final int MAX_WORD = 40;

  private static final int MAX_TYPE = 10;
  private static final int MIN_HASH = 7;

  /** What holds a chunk such as a path, a URL or an identifier together. */
  private static final String JOINERS = "._-:/@%+#&=~'";

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  /** The tokens in their order, at most {@link #MAX_TOKENS}. */
  public static List<String> tokens(CleanText clean) {
    Tokenizer tokenizer = new Tokenizer(clean.text().replace('’', '\''));
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    while (at < text.length() && tokens.size() < MAX_TOKENS) {
      char c = text.charAt(at);
      if (Characters.isHan(c) || c == '?' || c == '!') {
        tokens.add(String.valueOf(c));
        at++;
      } else if (c == '<' && typeEnd() > 0) {
        int end = typeEnd();
        tokens.add(text.substring(at, end));
        at = end;
      } else if (Character.isLetterOrDigit(c)) {
        chunk();
      } else {
        at++;
      }
    }
  }

  /** The end of a typed token that the cleaner (or a redacting upstream) wrote, −1 if none. */
  private int typeEnd() {
    int i = at + 1;
    while (i < text.length() && i - at <= MAX_TYPE && isLowerLatin(text.charAt(i))) {
      i++;
    }
    return i > at + 1 && i < text.length() && text.charAt(i) == '>' ? i + 1 : -1;
  }

  private void chunk() {
    int start = at;
    boolean url = false;
    while (at < text.length() && (inChunk(text.charAt(at)) || (url && text.charAt(at) == '?'))) {
      url = url || text.startsWith("://", at);
      at++;
    }
    int end = at;
    while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1)) && !percentAt(end - 1)) {
      end--;
    }
    String type = url ? "<url>" : typeOf(text.substring(start, end).toLowerCase(Locale.ROOT));
    if (type != null) {
      tokens.add(type);
    } else {
      words(start, end);
    }
  }

  private boolean percentAt(int i) {
    return text.charAt(i) == '%';
  }

  private static boolean inChunk(char c) {
    return (Character.isLetterOrDigit(c) && !Characters.isHan(c)) || JOINERS.indexOf(c) >= 0;
  }

  private static @Nullable String typeOf(String chunk) {
    if (chunk.startsWith("www.")) {
      return "<url>";
    }
    int sign = chunk.indexOf('@');
    if (sign > 0 && chunk.indexOf('.', sign) > 0) {
      return "<email>";
    }
    if (chunk.startsWith("cve-") && chunk.length() > 4 && isDigit(chunk.charAt(4))) {
      return "<cve>";
    }
    if (chunk.startsWith("0x")) {
      return "<hex>";
    }
    boolean prefixed = chunk.length() > 1 && chunk.charAt(0) == 'v' && isDigit(chunk.charAt(1));
    if (prefixed || isDigit(chunk.charAt(0))) {
      return numeric(chunk, prefixed);
    }
    return isHash(chunk) ? "<hex>" : null;
  }

  private static @Nullable String numeric(String chunk, boolean prefixed) {
    int i = prefixed ? 1 : 0;
    int dots = 0;
    while (i < chunk.length() && (isDigit(chunk.charAt(i)) || chunk.charAt(i) == '.')) {
      dots += chunk.charAt(i) == '.' ? 1 : 0;
      i++;
    }
    String unit = chunk.substring(i);
    if (prefixed || dots > 1) {
      return "<version>";
    }
    return switch (unit) {
      case "" -> "<number>";
      case "%" -> "<percent>";
      case "x" -> "<times>";
      case "ns", "us", "ms", "s", "sec", "secs", "min", "mins", "h", "hr", "hrs" -> "<time>";
      case "b", "k", "m", "g", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "tib" -> "<size>";
      default -> dots == 1 ? "<version>" : isHash(chunk) ? "<hex>" : null;
    };
  }

  private static boolean isHash(String chunk) {
    boolean digit = false;
    boolean letter = false;
    for (int i = 0; i < chunk.length(); i++) {
      char c = chunk.charAt(i);
      digit |= isDigit(c);
      letter |= c >= 'a' && c <= 'f';
      if (!isDigit(c) && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return digit && letter && chunk.length() >= MIN_HASH;
  }

  /** Splits at joiners and at the humps of camel case. */
  private void words(int start, int end) {
    int from = start;
    for (int i = start; i <= end; i++) {
      boolean over = i == end || !isWordPart(i, start, end);
      if (over || (i > from && isHump(i, end))) {
        word(from, i);
        from = over ? i + 1 : i;
      }
    }
  }

  private boolean isWordPart(int i, int start, int end) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c) || (c == '\'' && i > start && i + 1 < end);
  }

  /** Between "out" and "Of" in outOfMemory, between "HTTP" and "Server" in HTTPServer. */
  private boolean isHump(int i, int end) {
    char c = text.charAt(i);
    if (!Character.isUpperCase(c)) {
      return false;
    }
    return Character.isLowerCase(text.charAt(i - 1))
        || (Character.isUpperCase(text.charAt(i - 1))
            && i + 1 < end
            && Character.isLowerCase(text.charAt(i + 1)));
  }

  private void word(int from, int to) {
    if (to <= from) {
      return;
    }
    if (to - from > MAX_WORD) {
      tokens.add("<data>");
      return;
    }
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    tokens.add(word.chars().allMatch(Character::isDigit) ? "<number>" : word);
  }

  private static boolean isLowerLatin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
