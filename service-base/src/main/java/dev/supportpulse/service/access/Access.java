package dev.supportpulse.service.access;

import dev.supportpulse.service.watch.FileWatch;
import dev.supportpulse.service.watch.WatchedFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who may call this service. With a file of keys it is closed to everybody else. Without one anyone
 * may call, so then it refuses to start where another machine could, unless {@code
 * supportpulse.access=open} says that this is meant.
 */
@ApplicationScoped
@Startup
public class Access {

  private static final Logger LOG = Logger.getLogger(Access.class);
  private static final String SCHEME = "Bearer ";

  private final List<WatchedFile<KeyRing>> keys;
  private final Clock clock;

  /** Looks at the file of keys, and at those of other secrets. */
  @Produces
  @Singleton
  static FileWatch fileWatch(AccessConfig config) {
    return new FileWatch(config.reloadEvery());
  }

  static void close(@Disposes FileWatch watch) {
    watch.close();
  }

  @Inject
  Access(
      AccessConfig config,
      FileWatch watch,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this(config, watch, host, Clock.systemUTC());
  }

  /**
   * Takes the keys, or none.
   *
   * @throws IllegalStateException if the file of keys can't be taken, or if there is none and that
   *     would open the service to other machines
   */
  Access(AccessConfig config, FileWatch watch, String host, Clock clock) {
    this.clock = clock;
    keys =
        config.keysFile().orElse(List.of()).stream()
            .map(file -> watch.watch("supportpulse.access.keys-file", file, KeyFile::parse))
            .toList();
    if (!keys.isEmpty()) {
      LOG.infof(
          "access is closed: %d keys",
          keys.stream().mapToInt(file -> file.value().keys().size()).sum());
    } else if (config.mode() == AccessMode.CLOSED && !isLoopback(host)) {
      throw new IllegalStateException(
          "quarkus.http.host=%s listens beyond loopback and access is not controlled: set supportpulse.access.keys-file to a file of keys (./run keys create makes one), or quarkus.http.host=127.0.0.1, or supportpulse.access=open if anyone who reaches this address may call"
              .formatted(host));
    } else {
      LOG.infof("access is open: anyone who reaches %s may call", host);
    }
  }

  /** Whether anyone may call. */
  public boolean isOpen() {
    return keys.isEmpty();
  }

  /**
   * Who sends a request.
   *
   * @param authorization its {@code Authorization} header, null if it has none
   */
  public Identification identify(@Nullable String authorization) {
    if (keys.isEmpty()) {
      return new Identification.Known(Caller.ANYONE);
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Identification.Refused(Refusal.KEY_REQUIRED, null);
    }
    return identifyBy(authorization.substring(SCHEME.length()).strip());
  }

  /** Whoever one of the files knows; else what the one says that knows most of the key. */
  private Identification identifyBy(String text) {
    Identification refused = new Identification.Refused(Refusal.KEY_INVALID, null);
    for (WatchedFile<KeyRing> file : keys) {
      Identification found = file.value().identify(text, clock.instant());
      if (found instanceof Identification.Known) {
        return found;
      }
      if (file == keys.get(0) || isExpired(found)) {
        refused = found;
      }
    }
    return refused;
  }

  private static boolean isExpired(Identification found) {
    return found instanceof Identification.Refused refused
        && refused.reason() == Refusal.KEY_EXPIRED;
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
