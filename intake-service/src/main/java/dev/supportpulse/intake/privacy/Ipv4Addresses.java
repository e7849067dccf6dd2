package dev.supportpulse.intake.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IPv4 addresses that tell a machine from others, private ones too. Loopback, unspecified,
 * multicast and broadcast addresses, masks, and networks (which end in .0) tell nothing and stay,
 * and so do version numbers of four parts, as far as the text says that they are ones.
 */
final class Ipv4Addresses implements Detector {

  private static final List<String> VERSION_WORDS =
      List.of(
          "version",
          "ver",
          "release",
          "build",
          "firmware",
          "driver",
          "tag",
          "section",
          "figure",
          "chapter",
          "table",
          "oid",
          "§",
          "版本",
          "固件",
          "章",
          "节");

  /** These are said of machines, too, so they only count for a small first part. */
  private static final List<String> UPGRADE_WORDS =
      List.of("upgrade", "upgraded", "update", "updated", "downgrade", "from", "升级到", "升到");

  private static final int WINDOW = 12;
  private static final int SMALL = 10;
  private static final int FIRST_MULTICAST = 224;
  private static final int LOOPBACK = 127;

  /** How far apart two versions of one phrase are, as in "1.2.3.4 to 1.2.3.5". */
  private static final int SAME_PHRASE = 8;

  @Override
  public int worthwhile() {
    return Glance.DIGIT | Glance.DOT;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    int endOfVersion = -SAME_PHRASE;
    int dot = text.indexOf('.');
    while (dot >= 0) {
      int start = dot;
      while (start > 0 && dot - start < 4 && Chars.isDigit(text.charAt(start - 1))) {
        start--;
      }
      Quad quad = start < dot ? Quad.at(text, start) : null;
      if (quad == null) {
        dot = text.indexOf('.', dot + 1);
        continue;
      }
      boolean samePhrase = start - endOfVersion <= SAME_PHRASE && quad.first() < SMALL;
      if (!isJoined(text, start, quad.end()) && quad.tellsMachine()) {
        if (samePhrase || isVersion(text, start, quad)) {
          endOfVersion = quad.end();
        } else {
          findings.add(new Finding(start, quad.end(), Kind.IP));
        }
      }
      dot = text.indexOf('.', quad.end());
    }
  }

  private static boolean isVersion(String text, int start, Quad quad) {
    return Context.before(text, start, WINDOW, VERSION_WORDS)
        || (quad.first() < SMALL && Context.before(text, start, WINDOW, UPGRADE_WORDS));
  }

  /** Whether it is a part of a longer name or number, such as lib-1.2.3.4.jar. */
  private static boolean isJoined(String text, int start, int end) {
    char left = Chars.at(text, start - 1);
    char right = Chars.at(text, end);
    char beyond = Chars.at(text, end + 1);
    return Chars.isWord(left)
        || left == '.'
        || (left == '-' && Chars.isLetter(Chars.at(text, start - 2)))
        || (left == '=' && Chars.at(text, start - 2) == '=')
        || (left == ':' && isCoordinate(text, start - 1))
        || Chars.isWord(right)
        || (right == '.' && Chars.isAlphanumeric(beyond))
        || (right == '-' && Chars.isLetter(beyond))
        || (right == '@' && beyond == 's');
  }

  /** Whether what stands before a colon names an artefact or an image, as in repo/app:1.2.3.4. */
  private static boolean isCoordinate(String text, int colon) {
    for (int i = colon - 1; i >= 0 && colon - i < WINDOW; i--) {
      char c = text.charAt(i);
      if (c == '-' || c == '.' || c == '/') {
        return true;
      }
      if (!Chars.isWord(c)) {
        return false;
      }
    }
    return false;
  }

  /** Four numbers from 0 to 255 with dots between them. */
  record Quad(int first, int second, int third, int fourth, int end) {

    static @Nullable Quad at(String text, int start) {
      int[] parts = new int[4];
      int i = start;
      for (int part = 0; part < parts.length; part++) {
        int from = i;
        while (Chars.isDigit(Chars.at(text, i)) && i - from < 4) {
          parts[part] = parts[part] * 10 + text.charAt(i) - '0';
          i++;
        }
        boolean leadingZero = i - from > 1 && text.charAt(from) == '0';
        if (i == from || parts[part] > 255 || leadingZero) {
          return null;
        }
        if (part < 3 && Chars.at(text, i++) != '.') {
          return null;
        }
      }
      return new Quad(parts[0], parts[1], parts[2], parts[3], i);
    }

    boolean tellsMachine() {
      return first != 0 && first != LOOPBACK && first < FIRST_MULTICAST && fourth != 0;
    }
  }
}
