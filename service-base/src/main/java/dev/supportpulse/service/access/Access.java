package dev.supportpulse.service.access;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private final @Nullable WatchedKeys keys;
  private final Clock clock;
  private final ScheduledExecutorService reloads =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "access-keys");
            thread.setDaemon(true);
            return thread;
          });

  @Inject
  Access(AccessConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this(config, host, Clock.systemUTC());
  }

  /**
   * Takes the keys, or none.
   *
   * @throws IllegalStateException if the file of keys can't be taken, or if there is none and that
   *     would open the service to other machines
   */
  Access(AccessConfig config, String host, Clock clock) {
    this.clock = clock;
    keys = config.keysFile().map(WatchedKeys::new).orElse(null);
    if (keys != null) {
      LOG.infof("access is closed: %d keys", keys.ring().keys().size());
      watch(keys, config.reloadEvery());
    } else if (config.mode() == AccessMode.CLOSED && !isLoopback(host)) {
      throw new IllegalStateException(
          "quarkus.http.host=%s listens beyond loopback and access is not controlled: set supportpulse.access.keys-file to a file of keys (./run keys create makes one), or quarkus.http.host=127.0.0.1, or supportpulse.access=open if anyone who reaches this address may call"
              .formatted(host));
    } else {
      LOG.infof("access is open: anyone who reaches %s may call", host);
    }
  }

  private void watch(WatchedKeys watched, Duration every) {
    var unused = // it ends with the service
        reloads.scheduleWithFixedDelay(
            watched::reload, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether anyone may call. */
  public boolean isOpen() {
    return keys == null;
  }

  /**
   * Who sends a request.
   *
   * @param authorization its {@code Authorization} header, null if it has none
   */
  public Identification identify(@Nullable String authorization) {
    if (keys == null) {
      return new Identification.Known(Caller.ANYONE);
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return new Identification.Refused(Refusal.KEY_REQUIRED, null);
    }
    return keys.ring().identify(authorization.substring(SCHEME.length()).strip(), clock.instant());
  }

  @PreDestroy
  void close() {
    reloads.shutdownNow();
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
