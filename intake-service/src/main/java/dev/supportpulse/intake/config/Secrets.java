package dev.supportpulse.intake.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How secrets are written in settings and files. No message quotes one. */
final class Secrets {

  private Secrets() {}

  /**
   * The bytes of a secret in hexadecimal, if it can be that, else in base64.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static byte[] decode(String text) {
    try {
      return text.matches("([0-9a-fA-F]{2})+")
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // The cause would quote a character of it.
      throw new IllegalArgumentException("neither hexadecimal nor base64");
    }
  }

  /**
   * The lines of a file that aren't blank.
   *
   * @throws IllegalStateException if it can't be read
   */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("can't read the secret in " + file, e);
    }
  }
}
