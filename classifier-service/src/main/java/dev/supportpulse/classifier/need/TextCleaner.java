package dev.supportpulse.classifier.need;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes off what is not the user's own words: issue-form scaffolding, HTML, the depth of stack
 * traces and long code. Works by structure, never by a list of words.
 */
public final class TextCleaner {

  /** Longer texts are cut here: what a need is about is said early. */
  public static final int MAX_CHARS = 8_000;

  /** Of a code block or pasted log only the beginning tells anything. */
  private static final int CODE_LINES = 8;

  /** One heading may be the user's; several are a form. */
  private static final int FORM_HEADINGS = 2;

  private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("</?(?!email>)[a-zA-Z][a-zA-Z0-9]{0,14}(\\s[^<>]{0,300})?/?>");
  private static final Pattern IMAGE =
      Pattern.compile("!\\[[^\\]\\n]{0,200}\\]\\([^)\\s]{0,500}\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\\n]{0,200})\\]\\([^)\\s]{0,500}\\)");
  private static final Pattern HEADING =
      Pattern.compile("\\s*(#{1,6}\\s.{0,60}|\\*\\*[^*]{1,60}\\*\\*:?\\s*)");
  private static final Pattern CHECKBOX = Pattern.compile("\\s*[-*+]\\s\\[[ xX]?\\].*");
  private static final Pattern FRAME =
      Pattern.compile(
          "\\s*at\\s\\S.{0,400}[(:@].*" // Java, JavaScript, C#
              + "|\\s*File \".{1,300}\", line \\d+.*" // Python
              + "|\\s*\\.\\.\\. \\d+ more.*"
              + "|\\s*#\\d+\\s+0x[0-9a-f]+.*" // native
              + "|\\s*\\d+:\\s+0x[0-9a-f]+ - .*" // Rust
              + "|\\S{1,200}\\(0x[0-9a-f].*\\)\\s*" // Go
              + "|\\s+/\\S{1,300}:\\d+ \\+0x[0-9a-f]+.*");

  private TextCleaner() {}

  /** Cleans a text; empty in, empty out. */
  public static CleanText clean(NeedText raw) {
    String text = normalise(cut(raw.joined()));
    if (text.indexOf('<') >= 0) {
      text = COMMENT.matcher(text).replaceAll(" ");
      text = TAG.matcher(text).replaceAll(" ");
    }
    if (text.indexOf("](") >= 0) {
      text = IMAGE.matcher(text).replaceAll(" <image> ");
      text = LINK.matcher(text).replaceAll("$1");
    }
    return withoutScaffolding(text.lines().toList());
  }

  private static CleanText withoutScaffolding(List<String> lines) {
    boolean form = lines.stream().filter(line -> matches(HEADING, line)).count() >= FORM_HEADINGS;
    StringBuilder kept = new StringBuilder();
    int codeBlocks = 0;
    int frames = 0;
    int codeLines = 0;
    boolean inCode = false;
    boolean afterFrame = false;
    for (String line : lines) {
      if (line.stripLeading().startsWith("```")) {
        inCode = !inCode;
        codeLines = 0;
        codeBlocks += inCode ? 1 : 0;
        kept.append(inCode ? " <code>\n" : "\n");
      } else if (matches(FRAME, line)) {
        frames++;
        kept.append(afterFrame ? "" : " <stack>\n");
        afterFrame = true;
        continue;
      } else if (inCode && ++codeLines > CODE_LINES) {
        continue;
      } else if (!(form && matches(HEADING, line)) && !matches(CHECKBOX, line)) {
        kept.append(line).append('\n');
      }
      afterFrame = false;
    }
    return new CleanText(kept.toString(), codeBlocks, frames);
  }

  private static boolean matches(Pattern pattern, String line) {
    return pattern.matcher(line).matches();
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return text.substring(0, end);
  }

  /** Full-width forms and ligatures become the ordinary ones (NFKC). */
  private static String normalise(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFKC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
