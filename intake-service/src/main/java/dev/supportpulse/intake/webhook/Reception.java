package dev.supportpulse.intake.webhook;

import dev.supportpulse.intake.submission.Submission;
import java.util.List;

/** What a hook makes of a delivery. */
public sealed interface Reception {

  /** Answers by case; a new kind doesn't compile until every caller says what it is. */
  <T> T match(Cases<T> cases);

  /** What to do with each kind. */
  interface Cases<T> {
    T locked();

    T notGenuine(Verifier.Refusal refusal);

    T unreadable(Submission submission);

    T ignored();

    T translated(List<Submission> events);
  }

  /** The hook has no secret, so nothing can be trusted that comes to it. */
  record Locked() implements Reception {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.locked();
    }
  }

  /** The signature is missing, wrong or too old. */
  record NotGenuine(Verifier.Refusal refusal) implements Reception {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.notGenuine(refusal);
    }
  }

  /**
   * It is genuine, but not what the upstream system sends.
   *
   * @param submission counts it as a rejected event of the hook's project
   */
  record Unreadable(Submission submission) implements Reception {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.unreadable(submission);
    }
  }

  /** It is genuine and means nothing here. */
  record Ignored() implements Reception {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ignored();
    }
  }

  /** It tells these events, at least one. */
  record Translated(List<Submission> events) implements Reception {
    public Translated {
      events = List.copyOf(events);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.translated(events);
    }
  }
}
