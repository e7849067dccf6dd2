package dev.supportpulse.service.access;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The allowances of all callers: a key's own quota, else the default one, if there is any. */
@ApplicationScoped
public class Allowances {

  private final @Nullable Quota byDefault;
  private final TimeMeter clock;
  private final Map<String, Allowance> byCaller = new ConcurrentHashMap<>();

  @Inject
  Allowances(AccessConfig config) {
    this(config.defaultQuota().map(Quota::parse).orElse(null), TimeMeter.SYSTEM_NANOTIME);
  }

  Allowances(@Nullable Quota byDefault, TimeMeter clock) {
    this.byDefault = byDefault;
    this.clock = clock;
  }

  /** What that caller has left; empty if nothing limits them. A changed quota starts anew. */
  public Optional<Allowance> of(Caller caller) {
    Quota quota = caller.quota() == null ? byDefault : caller.quota();
    if (quota == null) {
      return Optional.empty();
    }
    Allowance known = byCaller.get(caller.id());
    if (known != null && known.quota().equals(quota)) {
      return Optional.of(known);
    }
    return Optional.of(
        byCaller.compute(
            caller.id(),
            (id, before) ->
                before != null && before.quota().equals(quota)
                    ? before
                    : new Allowance(quota, clock)));
  }
}
