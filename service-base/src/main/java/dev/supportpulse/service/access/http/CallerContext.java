package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.access.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Arrays;

/** A caller as JAX-RS knows one; the principal is the key's id. */
public record CallerContext(Caller caller, boolean isSecure) implements SecurityContext {

  /** Who calls; whoever it is, where nobody was asked. */
  public static Caller callerOf(SecurityContext context) {
    return context instanceof CallerContext known ? known.caller() : Caller.ANYONE;
  }

  @Override
  public Principal getUserPrincipal() {
    return caller::id;
  }

  @Override
  public boolean isUserInRole(String role) {
    return Arrays.stream(Role.values())
        .anyMatch(each -> each.name().equals(role) && caller.role().includes(each));
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
