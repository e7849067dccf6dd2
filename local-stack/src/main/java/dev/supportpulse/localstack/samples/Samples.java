package dev.supportpulse.localstack.samples;

import dev.supportpulse.events.SupportEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * Since when each scenario has had its initiative, by project.
   *
   * @param anchor the instant that the samples end at
   */
  public static SortedMap<String, Instant> initiatives(Instant anchor) {
    SortedMap<String, Instant> introduced = new TreeMap<>();
    for (String project : Scenario.PROJECTS) {
      introduced.put(project, Scenario.read(project).initiative().introduced(anchor));
    }
    return introduced;
  }

  /**
   * Every sample event, the worked cases first.
   *
   * @param anchor the instant that the samples end at
   */
  public static List<SupportEvent> events(Instant anchor) {
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
