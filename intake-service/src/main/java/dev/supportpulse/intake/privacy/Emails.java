package dev.supportpulse.intake.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * E-mail addresses: a local part of at most 64 characters and a domain of two or more labels (RFC
 * 5321 §4.5.3.1), the last one of letters. Quoted local parts and address literals are not found.
 */
final class Emails implements Detector {

  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 255;

  /** What follows the last dot of things that merely have an @: files, units of systemd. */
  private static final Set<String> NO_DOMAINS =
      Set.of(
          "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "js", "ts", "css", "json", "html",
          "xml", "yaml", "yml", "java", "py", "jar", "service", "socket", "timer", "mount",
          "target", "slice");

  @Override
  public int worthwhile() {
    return Glance.AT;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = startOfLocal(text, at);
      int end = endOfDomain(text, at + 1);
      if (start < at && end > 0 && !isLogin(text, start, at, end)) {
        findings.add(new Finding(start, end, Kind.EMAIL));
      }
    }
  }

  private static int startOfLocal(String text, int at) {
    int start = at;
    while (start > 0 && at - start < MAX_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    // Neither dots nor quotes begin one; they belong to the sentence.
    while (start < at && ".'-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static boolean isLocal(char c) {
    return Chars.isDigit(c) || Chars.isAlphabetic(c) || "._%+'-".indexOf(c) >= 0;
  }

  /** −1 if there is no domain. */
  private static int endOfDomain(String text, int from) {
    int end = -1;
    int label = from;
    int dots = 0;
    int limit = Math.min(text.length(), from + MAX_DOMAIN);
    for (int i = from; i <= limit; i++) {
      char c = i < limit ? text.charAt(i) : 0;
      if (Chars.isDigit(c) || Chars.isAlphabetic(c) || (c == '-' && i > label)) {
        continue;
      }
      if (dots > 0 && isTopLevel(text, label, i)) {
        end = i;
      }
      if (c != '.' || i == label) {
        break;
      }
      dots++;
      label = i + 1;
    }
    return end;
  }

  private static boolean isTopLevel(String text, int start, int end) {
    if (end - start < 2) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!Chars.isAlphabetic(text.charAt(i))) {
        return text.startsWith("xn--", start) && text.charAt(end - 1) != '-';
      }
    }
    return !NO_DOMAINS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /** {@code git@host:path} names a place, {@code ://user:password@host} a login, no person. */
  private static boolean isLogin(String text, int start, int at, int end) {
    if (text.startsWith("git", start) && at == start + 3) {
      return true;
    }
    int i = start;
    while (i > 0 && at - i < MAX_LOCAL && isUserInfo(text.charAt(i - 1))) {
      i--;
    }
    return text.startsWith("://", i - 3) && end > at;
  }

  private static boolean isUserInfo(char c) {
    return c > ' ' && c < 0x7F && "/@\"'<>".indexOf(c) < 0;
  }
}
