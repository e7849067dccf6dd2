package dev.supportpulse.metrics.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.metrics.reference.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Clock;

/** Says for the audit who sets what, now. */
@ApplicationScoped
class Changes {

  /** Who calls while access is open. */
  private static final String ANYONE = "anonymous";

  private final ObjectMapper json;
  private final Clock clock;

  Changes(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Change of(Object body, SecurityContext caller) {
    Principal principal = caller.getUserPrincipal();
    try {
      return new Change(
          principal == null ? ANYONE : principal.getName(),
          clock.instant(),
          json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }
}
