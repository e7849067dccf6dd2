package dev.supportpulse.intake.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** UTF-8 to the letter; the JSON parser by itself lets overlong forms and lone surrogates pass. */
final class Utf8 {

  private static final int CHUNK = 4096;

  private Utf8() {}

  /** Whether the bytes are well-formed; decodes piece by piece and keeps nothing. */
  static boolean isValid(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer piece = CharBuffer.allocate(CHUNK);
    CoderResult result;
    do {
      piece.clear();
      result = decoder.decode(input, piece, true);
    } while (result.isOverflow());
    return result.isUnderflow();
  }
}
