package dev.supportpulse.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes a tree as canonical JSON (RFC 8785): no space, members sorted by the UTF-16 units of their
 * names, numbers as ECMAScript writes doubles.
 *
 * <p>The library's own canonicalizer starts from text, so a tree would be written, parsed and
 * written again: five times the work. Numbers, the difficult part, stay the library's.
 */
final class CanonicalJson {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder json = new StringBuilder(512);

  private CanonicalJson() {}

  /** The UTF-8 of an object that has these members, already in order, as far as it has them. */
  static byte[] ofMembers(JsonNode object, Iterable<String> sorted) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.members(object, sorted);
    return canonical.json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The UTF-8 of a value. */
  static byte[] of(JsonNode value) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.value(value);
    return canonical.json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value);
      case ARRAY -> array(value);
      case STRING -> text(value.textValue());
      case NUMBER -> number(value);
      default -> json.append(value.asText());
    }
  }

  private void object(JsonNode object) {
    String[] names = new String[object.size()];
    int count = 0;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      names[count++] = member.getKey();
    }
    Arrays.sort(names);
    members(object, Arrays.asList(names));
  }

  private void members(JsonNode object, Iterable<String> sorted) {
    char before = '{';
    for (String name : sorted) {
      JsonNode value = object.get(name);
      if (value != null) {
        json.append(before);
        text(name);
        json.append(':');
        value(value);
        before = ',';
      }
    }
    json.append(before == '{' ? "{}" : "}");
  }

  private void array(JsonNode array) {
    json.append('[');
    for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
      value(elements.next());
      if (elements.hasNext()) {
        json.append(',');
      }
    }
    json.append(']');
  }

  private void number(JsonNode number) {
    if (number.isInt()) {
      json.append(number.intValue());
      return;
    }
    try {
      json.append(NumberToJSON.serializeNumber(number.doubleValue()));
    } catch (IOException e) {
      throw new UncheckedIOException("only finite numbers are read", e);
    }
  }

  /** RFC 8785 §3.2.2.2: nothing is escaped but what must be. */
  private void text(String text) {
    json.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        json.append(text, plain, i);
        escaped(c);
        plain = i + 1;
      }
    }
    json.append(text, plain, text.length()).append('"');
  }

  private void escaped(char c) {
    json.append('\\');
    switch (c) {
      case '"', '\\' -> json.append(c);
      case '\b' -> json.append('b');
      case '\t' -> json.append('t');
      case '\n' -> json.append('n');
      case '\f' -> json.append('f');
      case '\r' -> json.append('r');
      default -> json.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }
}
