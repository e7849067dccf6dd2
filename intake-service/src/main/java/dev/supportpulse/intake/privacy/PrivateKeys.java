package dev.supportpulse.intake.privacy;

import java.util.List;

/**
 * Private keys in PEM (RFC 7468), OpenSSH's and OpenPGP's form, whole or cut off: a block without
 * its end goes as far as its lines are base64, one without its beginning as far back.
 */
final class PrivateKeys implements Detector {

  private static final String RULE = "-----";
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";

  /** The longest label, such as ENCRYPTED PRIVATE KEY, between the hyphens. */
  private static final int MAX_LABEL = 40;

  private static final int MAX_HEADER = 128;

  /** Shorter lines of one word may be text again. */
  private static final int MIN_LINE = 16;

  @Override
  public int worthwhile() {
    return Glance.RULE;
  }

  @Override
  public void find(String text, List<Finding> findings) {
    int from = 0;
    for (int i = text.indexOf(RULE); i >= 0; i = text.indexOf(RULE, i)) {
      int end = i + RULE.length();
      if (text.startsWith(BEGIN, i)) {
        int label = endOfLabel(text, i + BEGIN.length());
        if (label > 0) {
          end = endOfBlock(text, label);
          findings.add(new Finding(i, end, Kind.PRIVATE_KEY));
          from = end;
        }
      } else if (text.startsWith(END, i)) {
        int label = endOfLabel(text, i + END.length());
        if (label > 0) {
          end = label;
          findings.add(new Finding(startOfBody(text, from, i), end, Kind.PRIVATE_KEY));
          from = end;
        }
      }
      i = end;
    }
  }

  /** Behind the closing hyphens of a label that names a private key; −1 if it names none. */
  private static int endOfLabel(String text, int from) {
    int close = text.substring(from, Math.min(text.length(), from + MAX_LABEL)).indexOf(RULE);
    return close >= 0 && text.substring(from, from + close).contains("PRIVATE KEY")
        ? from + close + RULE.length()
        : -1;
  }

  private static int endOfBlock(String text, int from) {
    int end = from;
    int line = from;
    while (line < text.length()) {
      int start = skipBlanks(text, line);
      if (text.startsWith(END, start)) {
        int label = endOfLabel(text, start + END.length());
        return label > 0 ? label : start;
      }
      int last = endOfLine(text, start);
      end = last > start ? last : end;
      line = behindLineBreak(text, last);
      if (line == last) {
        break;
      }
    }
    return end;
  }

  /** Behind the base64 or the header, such as {@code Proc-Type: 4,ENCRYPTED}, that begins there. */
  private static int endOfLine(String text, int start) {
    int end = start;
    if (text.startsWith("Proc-Type:", start) || text.startsWith("DEK-Info:", start)) {
      while (end < text.length() && end - start < MAX_HEADER && !isLineBreak(text, end)) {
        end++;
      }
      return end;
    }
    while (end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    boolean whole =
        end == text.length() || isLineBreak(text, end) || "\"'".indexOf(text.charAt(end)) >= 0;
    return whole || end - start >= MIN_LINE ? end : start;
  }

  private static int startOfBody(String text, int limit, int end) {
    int start = end;
    int line = end;
    while (line > limit) {
      int last = line;
      while (last > limit && isBreak(text, last - 1)) {
        last--;
      }
      int first = last;
      while (first > limit && isBase64(text.charAt(first - 1))) {
        first--;
      }
      if (last - first < MIN_LINE) {
        break;
      }
      start = first;
      line = first;
    }
    return start;
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (Chars.at(text, i) == ' ' || Chars.at(text, i) == '\t') {
      i++;
    }
    return i;
  }

  /**
   * Behind all line breaks that begin there, also those that are written as backslash and letter.
   */
  private static int behindLineBreak(String text, int from) {
    int i = skipBlanks(text, from);
    int end = from;
    while (isLineBreak(text, i)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
      end = i;
      i = skipBlanks(text, i);
    }
    return end;
  }

  private static boolean isLineBreak(String text, int i) {
    char c = Chars.at(text, i);
    char next = Chars.at(text, i + 1);
    return c == '\r' || c == '\n' || (c == '\\' && (next == 'n' || next == 'r'));
  }

  private static boolean isBreak(String text, int i) {
    char c = text.charAt(i);
    return c == '\r' || c == '\n' || c == ' ' || c == '\t';
  }

  private static boolean isBase64(char c) {
    return Chars.isAlphanumeric(c) || c == '+' || c == '/' || c == '=';
  }
}
