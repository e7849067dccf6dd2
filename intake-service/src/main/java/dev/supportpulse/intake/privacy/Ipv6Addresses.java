package dev.supportpulse.intake.privacy;

import dev.supportpulse.intake.privacy.Ipv4Addresses.Quad;
import java.util.List;

/**
 * IPv6 addresses in their textual forms (RFC 4291 §2.2) that tell a machine from others. Loopback
 * and unspecified addresses and networks stay; so do times, MAC addresses, fingerprints and the
 * names of programs, which have colons, too.
 */
final class Ipv6Addresses implements Detector {

  @Override
  public int worthwhile() {
    return Glance.DIGIT | Glance.COLON;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    int colon = text.indexOf(':');
    while (colon >= 0) {
      int start = colon;
      while (start > 0 && colon - start < 5 && Chars.isHex(text.charAt(start - 1))) {
        start--;
      }
      int end = Groups.end(text, start);
      if (end > 0
          && isFree(Chars.at(text, start - 1), Chars.at(text, start - 2))
          && !Chars.isWord(Chars.at(text, end))) {
        findings.add(new Finding(start, end, Kind.IP));
        colon = text.indexOf(':', end);
      } else {
        colon = text.indexOf(':', colon + 1);
      }
    }
  }

  /** Whether an address may begin here: not within a word or behind another group. */
  private static boolean isFree(char left, char beyond) {
    return left == ':' ? Chars.isLetter(beyond) && !Chars.isHex(beyond) : !Chars.isWord(left);
  }

  /** Up to eight groups of hexadecimal digits with colons between them. */
  private static final class Groups {

    private static final int ALL = 8;
    private static final int SURELY = 3;

    /** The end of the address that begins there; −1 if none does, or one that tells nothing. */
    static int end(String text, int start) {
      int groups = 0;
      int longest = 0;
      int digits = 0;
      boolean shortened = false;
      int i = start;
      while (groups < ALL) {
        int from = i;
        while (i < text.length() && Chars.isHex(text.charAt(i))) {
          digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
          i++;
          if (i - from > 4) {
            return -1;
          }
        }
        groups += i > from ? 1 : 0;
        longest = Math.max(longest, i - from);
        if (Chars.at(text, i) == '.' && groups > 1) {
          Quad tail = Quad.at(text, from);
          return tail == null || !shortened ? -1 : tail.end();
        }
        if (Chars.at(text, i) != ':') {
          break;
        }
        if (Chars.at(text, i + 1) == ':') {
          if (shortened) {
            return -1;
          }
          shortened = true;
          i += 2;
        } else if (Chars.isHex(Chars.at(text, i + 1)) && i > from) {
          i++;
        } else {
          break;
        }
      }
      boolean network = text.startsWith("::", i - 2) && Chars.at(text, i) == '/';
      boolean tells =
          shortened
              ? groups >= 2 && groups < ALL && digits > 0 && longest >= SURELY
              : groups == ALL && longest >= SURELY;
      return tells && !network ? i : -1;
    }
  }
}
