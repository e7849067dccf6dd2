package dev.supportpulse.classifier.diagnosis;

import java.util.List;

/** How a fault shows in one report. */
public sealed interface Symptom {

  /**
   * By a stack trace, which names its fault by itself.
   *
   * @param title for people: type and message of the root cause, values masked, and where it was
   */
  record Traced(Fingerprint fingerprint, TraceLanguage language, String title) implements Symptom {}

  /**
   * By a message only, which is compared with the {@linkplain LogTemplates templates} of messages
   * before it.
   *
   * @param words of the message, values masked; never empty
   */
  record Told(List<String> words) implements Symptom {

    public Told {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("a message has words");
      }
    }

    /** Messages of different groups never share a template. */
    public LogTemplate.Group group() {
      return LogTemplate.Group.of(words);
    }
  }
}
