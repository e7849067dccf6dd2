package dev.supportpulse.service.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start a service that anyone could call from another machine: without keys it listens
 * on loopback only, unless {@code supportpulse.access=open} says otherwise.
 */
@ApplicationScoped
public class OpenAccessGuard {

  private final AccessConfig config;
  private final String host;

  OpenAccessGuard(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.config = config;
    this.host = host;
  }

  void check(@Observes StartupEvent start) {
    if (config.access() == AccessMode.CLOSED && !isLoopback(host)) {
      throw new IllegalStateException(
          "quarkus.http.host=%s listens beyond loopback and access is not controlled: set quarkus.http.host=127.0.0.1, or supportpulse.access=open if anyone who reaches this address may call"
              .formatted(host));
    }
  }

  /** Whether only this machine can reach that address. */
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
