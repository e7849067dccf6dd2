package dev.supportpulse.intake.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in headers: UTF-8, percent-encoded (CloudEvents HTTP binding §3.1.3.2). */
final class HeaderText {

  private static final int HEXADECIMAL = 16;

  private HeaderText() {}

  /**
   * The text; a plus stays a plus.
   *
   * @param value as servers read headers: one character for each byte
   * @throws NotText if it is not UTF-8, not percent-encoded, or holds NUL
   */
  static String decode(String value) throws NotText {
    if (value.chars().allMatch(c -> c > 0 && c < 0x80 && c != '%')) {
      return value;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '%') {
        bytes.write(octet(value, i + 1));
        i += 2;
      } else {
        bytes.write(value.charAt(i));
      }
    }
    String text = utf8(bytes.toByteArray());
    if (text.indexOf(0) >= 0) {
      throw new NotText("holds the character NUL: leave it out");
    }
    return text;
  }

  private static int octet(String value, int at) throws NotText {
    int high = at + 1 < value.length() ? Character.digit(value.charAt(at), HEXADECIMAL) : -1;
    int low = high < 0 ? -1 : Character.digit(value.charAt(at + 1), HEXADECIMAL);
    if (low < 0) {
      throw new NotText("has a % that isn't followed by two hexadecimal digits: write it as %25");
    }
    return high * HEXADECIMAL + low;
  }

  /**
   * Those bytes as text.
   *
   * @throws NotText if they are not well-formed UTF-8
   */
  static String utf8(byte[] bytes) throws NotText {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotText("is not UTF-8: encode it as UTF-8");
    }
  }
}
