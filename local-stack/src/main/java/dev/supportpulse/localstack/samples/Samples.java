package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.SupportEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sample feeds of Support Pulse. */
public final class Samples {

  private Samples() {}

  /**
   * Sets the samples' reference data in metrics and posts every sample event through intake. Ids,
   * times and bodies follow from the anchor alone: a second replay with the same anchor is made of
   * duplicates and changes no figure.
   *
   * @param anchor the instant that the samples end at; not in the future
   * @throws ReplayFailed if a service refuses something, or stays unable to take it
   */
  public static void replay(SampleTarget target, Instant anchor, Progress progress)
      throws InterruptedException {
    MetricsClient metricsClient = new MetricsClient(target);
    for (ReferenceData data : referenceData(anchor)) {
      metricsClient.put(data);
    }
    Replay.post(target, events(anchor), progress);
  }

  /** Every sample event, the worked cases first. */
  static List<SupportEvent> events(Instant anchor) {
    List<SupportEvent> events = new ArrayList<>(WorkedCases.events(anchor));
    for (String project : Scenario.PROJECTS) {
      events.addAll(ScenarioFeed.events(Scenario.read(project), anchor));
    }
    return events;
  }

  /** What the samples ask metrics to know beforehand. */
  static List<ReferenceData> referenceData(Instant anchor) {
    List<ReferenceData> data = new ArrayList<>(WorkedCases.referenceData(anchor));
    for (String project : Scenario.PROJECTS) {
      Scenario scenario = Scenario.read(project);
      data.addAll(scenario.referenceData(anchor));
      data.add(ScenarioFeed.baseline(scenario, anchor));
    }
    return data;
  }
}
