package dev.supportpulse.intake.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are known by what stands before them: {@code password=…}, {@code "token": "…"},
 * {@code Authorization: Bearer …}, {@code scheme://user:password@host}, 密码：…. Only the value is
 * found, not its name. Placeholders such as {@code ***} or <code>${PASSWORD}</code> are none.
 */
final class NamedSecrets implements Detector {

  /** How sure a name makes that a secret follows. */
  private enum Name {
    /** People choose these, so they may be short. */
    PASSWORD,
    /** Machines make these. */
    KEY,
    /** An HTTP authentication scheme. */
    SCHEME
  }

  private record Stem(String text, Name name) {}

  private static final List<Stem> STEMS =
      List.of(
          new Stem("password", Name.PASSWORD),
          new Stem("passwd", Name.PASSWORD),
          new Stem("pwd", Name.PASSWORD),
          new Stem("passphrase", Name.PASSWORD),
          new Stem("passcode", Name.PASSWORD),
          new Stem("密码", Name.PASSWORD),
          new Stem("口令", Name.PASSWORD),
          new Stem("secret", Name.KEY),
          new Stem("token", Name.KEY),
          new Stem("key", Name.KEY),
          new Stem("令牌", Name.KEY),
          new Stem("密钥", Name.KEY),
          new Stem("bearer", Name.SCHEME),
          new Stem("basic", Name.SCHEME));

  /** What makes a key a secret one. */
  private static final List<String> KEYS =
      List.of("api", "access", "account", "secret", "private", "auth", "encryption", "signing");

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "null",
          "none",
          "nil",
          "true",
          "false",
          "undefined",
          "required",
          "redacted",
          "removed",
          "expired",
          "invalid",
          "missing",
          "yes",
          "no",
          "secret",
          "password",
          "token",
          "changeme");

  private static final List<String> AUTHORIZATION = List.of("authorization", "auth");
  private static final int WINDOW = 24;

  private static final int MAX_VALUE = 256;
  private static final int MAX_CREDENTIALS = 8192;
  private static final int MIN_CHOSEN = 6;
  private static final int MIN_MADE = 16;
  private static final int MIN_BASIC = 8;
  private static final int MAX_USER = 128;

  @Override
  public int worthwhile() {
    return Glance.SIGN;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    for (int i = 1; i < text.length(); i++) {
      Finding found =
          switch (text.charAt(i)) {
            case '=', ':', '：', '是', '为', ' ' -> behindName(text, i);
            case '/' -> login(text, i);
            default -> null;
          };
      if (found != null) {
        findings.add(found);
        i = found.end() - 1;
      }
    }
  }

  private static @Nullable Finding behindName(String text, int separator) {
    int end = separator;
    if (text.charAt(separator) != ' ') {
      end -= text.charAt(end - 1) == ' ' ? 1 : 0;
      char quote = Chars.at(text, end - 1);
      end -= quote == '"' || quote == '\'' ? 1 : 0;
    }
    Stem stem = stemBefore(text, end);
    if (stem == null) {
      return null;
    }
    return stem.name() == Name.SCHEME
        ? credentials(stem, text, end, separator)
        : value(stem, text, end, separator);
  }

  private static @Nullable Stem stemBefore(String text, int end) {
    if (mayEndStem(Chars.at(text, end - 2), Chars.at(text, end - 1))) {
      char last = lower(text.charAt(end - 1));
      for (Stem stem : STEMS) {
        int length = stem.text().length();
        if (stem.text().charAt(length - 1) == last
            && text.regionMatches(true, end - length, stem.text(), 0, length)) {
          return stem;
        }
      }
    }
    return null;
  }

  /** By the last two letters, which most words of a text don't share with any stem. */
  private static boolean mayEndStem(char beforeLast, char last) {
    char before = lower(beforeLast);
    return switch (lower(last)) {
      case 'd' -> before == 'r' || before == 'w';
      case 'e' -> before == 's' || before == 'd';
      case 't', 'n', 'y', 'r' -> before == 'e';
      case 'c' -> before == 'i';
      case '码', '令', '牌', '钥' -> true;
      default -> false;
    };
  }

  private static char lower(char c) {
    return Chars.isLetter(c) ? (char) (c | 0x20) : c;
  }

  private static @Nullable Finding value(Stem stem, String text, int end, int separator) {
    if (stem.text().equals("key") && !isSecretKey(text, end - stem.text().length())) {
      return null;
    }
    char sign = text.charAt(separator);
    boolean joining = sign == ' ' || sign == '是' || sign == '为';
    if (joining && stem.name() != Name.PASSWORD) {
      return null;
    }
    int i = separator + 1;
    i += !joining && Chars.at(text, i) == ' ' ? 1 : 0;
    char open = Chars.at(text, i);
    boolean quoted = open == '"' || open == '\'' || open == '`';
    int from = quoted ? i + 1 : i;
    int to = quoted ? closing(text, from, open) : endOfValue(text, from);
    boolean spaced = text.charAt(separator - 1) == ' ';
    return isSecret(stem.name(), sign, quoted, spaced, text.substring(from, to))
        ? new Finding(from, to, Kind.ACCESS_TOKEN)
        : null;
  }

  private static boolean isSecret(
      Name name, char separator, boolean quoted, boolean spaced, String value) {
    if (isPlaceholder(value)) {
      return false;
    }
    int classes = classes(value);
    boolean digit = (classes & 1) != 0;
    boolean mixed = Integer.bitCount(classes) >= 2;
    if (name == Name.KEY) {
      return digit && value.length() >= (quoted ? MIN_BASIC : MIN_MADE);
    }
    return switch (separator) {
      case ' ' -> value.length() >= MIN_CHOSEN && Integer.bitCount(classes & 7) == 3;
      case '=' -> !spaced || mixed;
      case ':', '：' -> quoted || (value.length() >= MIN_CHOSEN && (mixed || digit));
      default -> value.length() >= MIN_CHOSEN && digit;
    };
  }

  /** Which of digits, capitals, small letters and other characters it has, a bit each. */
  private static int classes(String value) {
    int classes = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      classes |= Chars.isDigit(c) ? 1 : c >= 'A' && c <= 'Z' ? 2 : Chars.isLetter(c) ? 4 : 8;
    }
    return classes;
  }

  private static boolean isPlaceholder(String value) {
    return value.isEmpty()
        || "$<{[(%*=/&|#".indexOf(value.charAt(0)) >= 0
        || value.endsWith(")")
        || value.startsWith("-----")
        || isUniform(value)
        || PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT));
  }

  private static @Nullable Finding credentials(Stem stem, String text, int end, int separator) {
    int start = end - stem.text().length();
    if (text.charAt(separator) != ' ' || Chars.isWord(Chars.at(text, start - 1))) {
      return null;
    }
    int from = separator + 1;
    int to = from;
    boolean digit = false;
    while (to < text.length() && to - from < MAX_CREDENTIALS && isCredential(text.charAt(to))) {
      digit |= Chars.isDigit(text.charAt(to++));
    }
    while (to > from && text.charAt(to - 1) == '.') {
      to--;
    }
    boolean sure =
        stem.text().equals("basic")
            ? to - from >= MIN_BASIC && Context.before(text, start, WINDOW, AUTHORIZATION)
            : to - from >= MIN_MADE;
    return digit && sure ? new Finding(from, to, Kind.ACCESS_TOKEN) : null;
  }

  /** {@code token68} of RFC 7235 §2.1. */
  private static boolean isCredential(char c) {
    return Chars.isAlphanumeric(c) || "-._~+/=".indexOf(c) >= 0;
  }

  /** The password of {@code scheme://user:password@host}; {@code slash} is the first of the two. */
  private static @Nullable Finding login(String text, int slash) {
    if (text.charAt(slash - 1) != ':' || Chars.at(text, slash + 1) != '/') {
      return null;
    }
    int colon = -1;
    int at = -1;
    int limit = Math.min(text.length(), slash + 2 + MAX_USER + MAX_VALUE);
    for (int i = slash + 2; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '@') {
        at = i;
      } else if (c == ':' && colon < 0) {
        colon = i;
      } else if (c <= ' '
          || c == '/'
          || c == '"'
          || c == '\''
          || c == '<'
          || Chars.isEastAsian(c)) {
        break;
      }
    }
    return colon >= 0 && at > colon + 1 && !isPlaceholder(text.substring(colon + 1, at))
        ? new Finding(colon + 1, at, Kind.ACCESS_TOKEN)
        : null;
  }

  private static boolean isSecretKey(String text, int start) {
    int end = "_-. ".indexOf(Chars.at(text, start - 1)) >= 0 ? start - 1 : start;
    for (String key : KEYS) {
      if (text.regionMatches(true, end - key.length(), key, 0, key.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUniform(String value) {
    int i = 1;
    while (i < value.length() && value.charAt(i) == value.charAt(0)) {
      i++;
    }
    return i == value.length();
  }

  private static int closing(String text, int from, char quote) {
    int i = from;
    while (i < text.length()
        && i - from < MAX_VALUE
        && text.charAt(i) != quote
        && text.charAt(i) != '\n') {
      i++;
    }
    return i;
  }

  /** Unquoted values end at a blank, at what separates settings, or at a Chinese character. */
  private static int endOfValue(String text, int from) {
    int i = from;
    while (i < text.length() && i - from < MAX_VALUE && isValue(text.charAt(i))) {
      i++;
    }
    while (i > from && text.charAt(i - 1) == '.') {
      i--;
    }
    return i;
  }

  private static boolean isValue(char c) {
    return c > ' ' && !Chars.isEastAsian(c) && ",;&\"'`".indexOf(c) < 0;
  }
}
