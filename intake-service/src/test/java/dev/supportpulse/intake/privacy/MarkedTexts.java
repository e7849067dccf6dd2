package dev.supportpulse.intake.privacy;

import dev.supportpulse.events.EventCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts in which a human marked the personal data, {@code {{KIND|like this}}}. The sign ¦ is left
 * out when they are read: it keeps scanners from taking the invented tokens for real ones.
 */
final class MarkedTexts {

  private static final Pattern MARK = Pattern.compile("\\{\\{([A-Z_]+)\\|(.*?)}}", Pattern.DOTALL);

  private MarkedTexts() {}

  /** One text, and where personal data stands in it. */
  record MarkedText(String text, List<Finding> marked) {}

  /** The texts of that resource. */
  static List<MarkedText> read(String resource) {
    try (InputStream in = Objects.requireNonNull(MarkedTexts.class.getResourceAsStream(resource))) {
      List<MarkedText> texts = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty()) {
          texts.add(parse(EventCodec.mapper().readTree(line).path("text").textValue()));
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MarkedText parse(String source) {
    StringBuilder text = new StringBuilder();
    List<Finding> marked = new ArrayList<>();
    String whole = source.replace("¦", "");
    Matcher mark = MARK.matcher(whole);
    int from = 0;
    while (mark.find()) {
      text.append(whole, from, mark.start());
      int start = text.length();
      text.append(mark.group(2));
      marked.add(new Finding(start, text.length(), Kind.valueOf(mark.group(1))));
      from = mark.end();
    }
    text.append(whole, from, whole.length());
    return new MarkedText(text.toString(), marked);
  }
}
