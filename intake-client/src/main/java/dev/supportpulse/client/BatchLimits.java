package dev.supportpulse.client;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a batch may become. Intake takes 1,000 events and 10 MiB in a request unless it is
 * configured otherwise.
 *
 * @param events the most events
 * @param bytes the most bytes of all events together; a single larger event is a batch of its own
 */
public record BatchLimits(int events, long bytes) {

  /** 500 events, 4 MiB. */
  public static final BatchLimits DEFAULT = new BatchLimits(500, 4L << 20);

  public BatchLimits {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException("a batch holds at least one event and one byte");
    }
  }

  /** Whether a batch of so many events and bytes takes one more event. */
  public boolean admit(int count, long size, EventJson event) {
    return count == 0 || (count < events && size + event.size() <= bytes);
  }

  /** The events in their order, cut into as few batches as it goes. */
  public List<List<EventJson>> split(List<EventJson> all) {
    List<List<EventJson>> batches = new ArrayList<>();
    int from = 0;
    long size = 0;
    for (int at = 0; at < all.size(); at++) {
      EventJson event = all.get(at);
      if (!admit(at - from, size, event)) {
        batches.add(all.subList(from, at));
        from = at;
        size = 0;
      }
      size += event.size();
    }
    if (from < all.size()) {
      batches.add(all.subList(from, all.size()));
    }
    return batches;
  }
}
