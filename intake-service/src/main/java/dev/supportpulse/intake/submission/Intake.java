package dev.supportpulse.intake.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The one way in: judges what clients submit and tells the log, whatever the outcome, so that
 * received = accepted + rejected + quarantined in the log too.
 */
public final class Intake {

  private final Triage triage;
  private final Acknowledged acknowledged;
  private final EventLog log;

  public Intake(Triage triage, Acknowledged acknowledged, EventLog log) {
    this.triage = triage;
    this.acknowledged = acknowledged;
    this.log = log;
  }

  /**
   * Takes the events of one request.
   *
   * @return the outcomes in the order of the events, once all of them are durable; fails with
   *     {@link LogUnavailable} if they may not be
   */
  public CompletionStage<List<Outcome>> submit(List<Submission> submissions, Receipt receipt) {
    Recollection recollection = new Recollection(acknowledged);
    List<Outcome> outcomes = new ArrayList<>(submissions.size());
    List<LogEntry> entries = new ArrayList<>(submissions.size());
    for (Submission submission : submissions) {
      Outcome outcome = recollection.compare(triage.judge(submission, receipt));
      entries.add(LogEntry.of(outcome, receipt, outcomes.size()));
      outcomes.add(outcome);
    }
    return log.append(entries)
        .thenApply(
            durable -> {
              recollection.remember();
              return List.copyOf(outcomes);
            });
  }
}
