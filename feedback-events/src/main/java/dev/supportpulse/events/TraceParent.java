package dev.supportpulse.events;

import org.jspecify.annotations.Nullable;

/**
 * The header, of requests and of records alike, that says to which trace they belong: {@code
 * 00-<trace>-<span>-<flags>} in lower-case hex (W3C Trace Context, version 00).
 */
public final class TraceParent {

  /** Its name. */
  public static final String HEADER = "traceparent";

  private static final int SPAN = 36;
  private static final int FLAGS = 53;
  private static final int LENGTH = 55;

  private TraceParent() {}

  /** Whether that text is one; whatever else a sender calls by that name is not passed on. */
  public static boolean isOne(@Nullable String text) {
    return text != null
        && text.length() == LENGTH
        && text.startsWith("00-")
        && isId(text, 3, SPAN - 1)
        && text.charAt(SPAN - 1) == '-'
        && isId(text, SPAN, FLAGS - 1)
        && text.charAt(FLAGS - 1) == '-'
        && isHex(text, FLAGS, LENGTH);
  }

  /** Ids of zeros only are none. */
  private static boolean isId(String text, int from, int to) {
    boolean zero = true;
    for (int i = from; i < to; i++) {
      zero &= text.charAt(i) == '0';
    }
    return !zero && isHex(text, from, to);
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
