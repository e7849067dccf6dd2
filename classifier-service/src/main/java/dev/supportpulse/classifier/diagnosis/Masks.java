package dev.supportpulse.classifier.diagnosis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a placeholder where a message has what changes from one occurrence to the next. */
final class Masks {

  private static final List<Mask> VALUES =
      List.of(
          new Mask("\\b[\\w+.-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}\\b", "<email>"),
          new Mask("\\b[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s\"'<>)\\]]{1,500}", "<url>"),
          new Mask(
              "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b",
              "<id>"),
          new Mask(
              "\\b\\d{4}[-/]\\d\\d[-/]\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?"
                  + "(?:Z|[+-]\\d\\d:?\\d\\d)?)?",
              "<time>"),
          new Mask("\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\b", "<time>"),
          new Mask("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b", "<host>"),
          new Mask("\\[(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}\\](?::\\d{1,5})?", "<host>"),
          new Mask("(?<![\\w.])(?:[A-Za-z]:\\\\|\\\\\\\\)[^\\s\"'<>|]{1,400}", "<path>"),
          new Mask("(?<![\\w.:/<])~?(?:/[\\w.@+-]{1,200}){2,40}/?", "<path>"),
          new Mask("\\b0x[0-9a-fA-F]{1,16}\\b", "<address>"),
          new Mask("@[0-9a-f]{5,8}\\b", "@<address>"),
          new Mask("\\b(?=[0-9a-fA-F]*\\d)(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{7,64}\\b", "<id>"));

  private static final Mask NUMBER =
      new Mask("(?<![\\w<])[-+]?\\d+(?:[.,]\\d+)*(?=\\b|[a-zA-Z%]{1,3}\\b)", "<number>");

  /** Numbers within names, such as {@code worker-12} and {@code pool3}. */
  private static final Mask INNER_NUMBER = new Mask("(?<=[A-Za-z_-])\\d{1,18}", "<number>");

  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"\\n]{0,400}\"|(?<!\\w)'[^'\\n]{0,400}'|`[^`\\n]{0,400}`"
              + "|“[^”\\n]{0,400}”|「[^」\\n]{0,400}」");

  /** A quoted name of a program's own, such as a class or a field. */
  private static final Pattern NAME = Pattern.compile(".[A-Za-z_$][A-Za-z_$.:<>()\\[\\]-]{0,120}.");

  private static final String TEXT = "<text>";

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Masks() {}

  /** What all occurrences of a message have in common, quoted texts left out. */
  static String common(String message) {
    return INNER_NUMBER.on(NUMBER.on(QUOTED.matcher(values(message)).replaceAll(TEXT))).strip();
  }

  /** A message for people to recognise: quoted names stay, quoted words and values don't. */
  static String readable(String message) {
    String masked =
        QUOTED
            .matcher(values(message))
            .replaceAll(
                quoted ->
                    NAME.matcher(quoted.group()).matches()
                        ? Matcher.quoteReplacement(quoted.group())
                        : TEXT);
    return NUMBER.on(masked).strip();
  }

  private static String values(String message) {
    String masked = SPACES.matcher(message).replaceAll(" ");
    for (Mask mask : VALUES) {
      masked = mask.on(masked);
    }
    return masked;
  }

  private record Mask(Pattern pattern, String placeholder) {

    Mask(String pattern, String placeholder) {
      this(Pattern.compile(pattern), placeholder);
    }

    String on(String text) {
      return pattern.matcher(text).replaceAll(placeholder);
    }
  }
}
