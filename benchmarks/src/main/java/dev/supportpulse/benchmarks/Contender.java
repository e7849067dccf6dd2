package dev.supportpulse.benchmarks;

import dev.supportpulse.benchmarks.load.Load;
import dev.supportpulse.benchmarks.load.Pace;
import dev.supportpulse.benchmarks.load.Requests;
import dev.supportpulse.benchmarks.load.Window;
import dev.supportpulse.benchmarks.peer.RawProducer;
import java.net.URI;
import java.time.Duration;

/** Something that takes events, and can be measured doing so. */
interface Contender {

  /** Lets it work for so long, after as long as it takes to get going, and measures that. */
  Measured measure(Duration length) throws InterruptedException;

  /** A server under load of that pace. */
  static Contender server(
      URI target, ProcessUsage server, ProcessUsage broker, Requests requests, Drive drive) {
    ProcessUsage client = new ProcessUsage(ProcessHandle.current());
    return length -> {
      try (Load load = Load.start(target, requests, drive.connections(), drive.pace())) {
        load.watch(drive.runUp());
        double serverBefore = server.cpuSeconds();
        double brokerBefore = broker.cpuSeconds();
        double clientBefore = client.cpuSeconds();
        Window window = load.watch(length);
        double microsPerEvent = 1e6 / Math.max(1, window.events());
        return new Measured(
            window.eventsPerSecond(),
            (server.cpuSeconds() - serverBefore) * microsPerEvent,
            (broker.cpuSeconds() - brokerBefore) * microsPerEvent,
            (client.cpuSeconds() - clientBefore) * microsPerEvent,
            window.millis(50),
            window.millis(99),
            window.refused());
      }
    };
  }

  /** A producer without any server; it works in this process. */
  static Contender raw(RawProducer producer, ProcessUsage broker) {
    ProcessUsage client = new ProcessUsage(ProcessHandle.current());
    return length -> {
      double brokerBefore = broker.cpuSeconds();
      double clientBefore = client.cpuSeconds();
      long start = System.nanoTime();
      long events = producer.send(length);
      double seconds = (System.nanoTime() - start) / 1e9;
      double microsPerEvent = 1e6 / Math.max(1, events);
      return new Measured(
          events / seconds,
          0,
          (broker.cpuSeconds() - brokerBefore) * microsPerEvent,
          (client.cpuSeconds() - clientBefore) * microsPerEvent,
          Double.NaN,
          Double.NaN,
          0);
    };
  }

  /**
   * How a server is driven.
   *
   * @param runUp how long before it is measured
   */
  record Drive(int connections, Pace pace, Duration runUp) {}
}
