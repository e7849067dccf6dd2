package dev.supportpulse.systemtests;

import dev.supportpulse.localstack.ServiceProcess;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of a service that requests go to, in turn: what a front knows of it. */
final class Instances {

  private final List<ServiceProcess> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  Instances(ServiceProcess... ready) {
    this.ready.addAll(List.of(ready));
  }

  /** Whom to ask next. */
  URI next() {
    // One may go away between the two questions.
    Object[] now = ready.toArray();
    return ((ServiceProcess) now[Math.floorMod(requests.getAndIncrement(), now.length)]).uri();
  }

  /** The one that is here the longest. */
  ServiceProcess oldest() {
    return ready.get(0);
  }

  void add(ServiceProcess instance) {
    ready.add(instance);
  }

  void remove(ServiceProcess instance) {
    ready.remove(instance);
  }
}
