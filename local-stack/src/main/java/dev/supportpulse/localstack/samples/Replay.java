package dev.supportpulse.localstack.samples;

import dev.supportpulse.client.BatchLimits;
import dev.supportpulse.client.EventJson;
import dev.supportpulse.client.IntakeClient;
import dev.supportpulse.client.IntakeRefused;
import dev.supportpulse.client.IntakeUnavailable;
import dev.supportpulse.client.OrderedSender;
import dev.supportpulse.client.generated.model.BatchResult;
import dev.supportpulse.client.generated.model.Status;
import dev.supportpulse.events.SupportEvent;
import java.util.List;

/** Sends the sample events to intake-service until each is accepted. */
final class Replay {

  private static final int IN_FLIGHT = 4;

  private final int total;
  private final Progress progress;
  private int accepted;

  private Replay(int total, Progress progress) {
    this.total = total;
    this.progress = progress;
  }

  /**
   * Sends the events; returns when all of them were accepted.
   *
   * @throws ReplayFailed at the first one that is refused, or when intake stays unavailable
   */
  static void post(SampleTarget target, List<SupportEvent> events, Progress progress)
      throws InterruptedException {
    Replay replay = new Replay(events.size(), progress);
    IntakeClient client = IntakeClient.at(target.intake()).key(target.key()).build();
    try (OrderedSender<List<EventJson>> sender =
        new OrderedSender<>(client, IN_FLIGHT, replay::settled)) {
      for (List<EventJson> batch :
          BatchLimits.DEFAULT.split(events.stream().map(EventJson::of).toList())) {
        sender.send(batch, batch);
      }
      sender.flush();
    } catch (IntakeRefused | IntakeUnavailable e) {
      throw new ReplayFailed("Replay stopped: " + e.getMessage(), e);
    }
  }

  private void settled(List<EventJson> batch, List<BatchResult> results) {
    for (BatchResult result : results) {
      if (result.getStatus() != Status.ACCEPTED && result.getStatus() != Status.DUPLICATE) {
        throw new ReplayFailed(
            "%s wasn't accepted: %s %s %s"
                .formatted(
                    result.getId(), result.getCode(), result.getField(), result.getMessage()));
      }
    }
    accepted += batch.size();
    progress.accepted(accepted, total);
  }
}
