package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Ports;
import dev.supportpulse.localstack.Service;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who listens where: intake on base + 1, classifier + 2, metrics + 3, broker + 4, database + 5.
 *
 * @param base 0 to 65530
 */
record PortPlan(int base) {

  static final PortPlan DEFAULT = new PortPlan(8080);

  private static final int MAX_BASE = 65_530;

  /**
   * Reads a base.
   *
   * @throws Refusal if it is not a number from 0 to 65530
   */
  static PortPlan parse(String base) {
    if (!base.matches("\\d{1,5}") || Integer.parseInt(base) > MAX_BASE) {
      throw new Refusal(
          "--port-base takes a number from 0 to " + MAX_BASE + ", not '" + base + "'");
    }
    return new PortPlan(Integer.parseInt(base));
  }

  int port(Service service) {
    return base
        + switch (service) {
          case INTAKE -> 1;
          case CLASSIFIER -> 2;
          case METRICS -> 3;
        };
  }

  int broker() {
    return base + 4;
  }

  int database() {
    return base + 5;
  }

  URI uri(Service service) {
    return URI.create("http://127.0.0.1:" + port(service) + "/");
  }

  /**
   * Makes sure that nobody listens on any of the ports.
   *
   * @throws Refusal if somebody does
   */
  void requireFree() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      wanted.put(service.label(), port(service));
    }
    wanted.put("broker", broker());
    wanted.put("database", database());
    wanted.forEach(
        (who, port) -> {
          if (!Ports.isFree(port)) {
            throw new Refusal(
                "port %d (%s) is busy: end what listens there, or move all ports, such as with ./run --port-base %d"
                    .formatted(port, who, base > MAX_BASE - 1000 ? base - 1000 : base + 1000));
          }
        });
  }
}
