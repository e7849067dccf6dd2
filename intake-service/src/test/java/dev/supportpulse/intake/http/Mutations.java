package dev.supportpulse.intake.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** JSON as it comes from clients with bugs, and from those who look for ours. */
final class Mutations {

  /** The value of a member of an object, or its beginning. */
  private static final Pattern VALUE =
      Pattern.compile(":\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]+|true|false|\\{|\\[)");

  private static final List<String> VALUES =
      List.of(
          "null",
          "-1",
          "1e400",
          "91e9999999999999999999999",
          "1e-2147483648",
          "99999999999999999999",
          "0.1e1",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"a b\"",
          "\"%\"",
          "\"http://[::1\"",
          "\"1E5\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"9999-12-31T23:59:59.999999999+18:00\"",
          "\"0000-01-01T00:00:00Z\"");

  private static final List<String> FRAGMENTS =
      List.of(
          "\u0000",
          "\\",
          "[",
          "{",
          "}",
          "]",
          "\"",
          ",",
          ":",
          "1e999",
          "-",
          "null",
          "9".repeat(400),
          "\ufeff",
          "{\"a\":".repeat(40),
          "[".repeat(600),
          "\"x\":1,\"x\":2,");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /** That text with one to three things changed. */
  byte[] mutated(String event) {
    String text = event;
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations; i++) {
      text = random.nextInt(3) > 0 ? withAnotherValue(text) : withFragment(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return random.nextInt(10) == 0 ? damaged(bytes) : bytes;
  }

  private String withAnotherValue(String text) {
    List<MatchResult> values = new ArrayList<>(VALUE.matcher(text).results().toList());
    if (values.isEmpty()) {
      return text;
    }
    MatchResult value = values.get(random.nextInt(values.size()));
    return text.substring(0, value.start(1))
        + VALUES.get(random.nextInt(VALUES.size()))
        + text.substring(value.end(1));
  }

  private String withFragment(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(20));
    return text.substring(0, at)
        + FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
        + text.substring(to);
  }

  /** Those bytes, one of them another one, or cut short. */
  byte[] damaged(byte[] bytes) {
    return bytes.length == 0 || random.nextInt(3) == 0
        ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
        : withAnotherByte(bytes);
  }

  private byte[] withAnotherByte(byte[] bytes) {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    int at = random.nextInt(bytes.length);
    changed.write(bytes, 0, at);
    changed.write(random.nextInt(256));
    changed.write(bytes, at + 1, bytes.length - at - 1);
    return changed.toByteArray();
  }
}
