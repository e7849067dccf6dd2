package dev.supportpulse.classifier.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * What many messages of a log have in common.
 *
 * @param fingerprint of the first message; it stays when the template opens
 * @param words {@link #OPEN} where messages differ
 */
public record LogTemplate(Fingerprint fingerprint, List<String> words) {

  /** Stands for any word. */
  public static final String OPEN = "<*>";

  /** So much of a template may be open, or else it would take in messages of other faults. */
  private static final double MOST_OPEN = 0.2;

  public LogTemplate {
    words = List.copyOf(words);
  }

  /** The template that is nothing but this message. */
  static LogTemplate of(List<String> words) {
    return new LogTemplate(Fingerprint.of("LOG", words, List.of()), words);
  }

  /** The template as a line. */
  public String title() {
    return String.join(" ", words);
  }

  /** Where the message differs although the template is not open there. */
  int differences(List<String> message) {
    int differences = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals(OPEN) && !words.get(i).equals(message.get(i))) {
        differences++;
      }
    }
    return differences;
  }

  /** Whether the template may open where the message differs. */
  boolean admits(List<String> message) {
    long open = words.stream().filter(OPEN::equals).count();
    return open + differences(message) <= MOST_OPEN * words.size();
  }

  /** The template, open also where the message differs. */
  LogTemplate openedFor(List<String> message) {
    List<String> opened = new ArrayList<>(words);
    for (int i = 0; i < opened.size(); i++) {
      if (!opened.get(i).equals(message.get(i))) {
        opened.set(i, OPEN);
      }
    }
    return new LogTemplate(fingerprint, opened);
  }

  /**
   * The leaf of Drain's tree that a message belongs to.
   *
   * @param length words of the message, at least 1
   * @param first word; {@link #OPEN} if it has digits or a masked value
   */
  public record Group(int length, String first) {

    static Group of(List<String> words) {
      String first = words.get(0);
      boolean varies = first.chars().anyMatch(c -> Character.isDigit(c) || c == '<');
      return new Group(words.size(), varies ? OPEN : first);
    }
  }
}
