package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Access;
import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.access.Identification;
import dev.supportpulse.service.access.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in if its route is for the caller, before any of its body is parsed. What is
 * refused is counted by reason ({@code supportpulse.access.refused}) and logged without the key.
 */
public class AccessFilter {

  private static final Logger LOG = Logger.getLogger(AccessFilter.class);

  private final Access access;
  private final Quotas quotas;
  private final MeterRegistry meters;

  AccessFilter(Access access, Quotas quotas, MeterRegistry meters) {
    this.access = access;
    this.quotas = quotas;
    this.meters = meters;
  }

  /** Null to let it in. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public @Nullable Response check(ContainerRequestContext request, ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(OwnAuthentication.class)) {
      return null;
    }
    if (access.isOpen()) {
      quotas.takeAtTheDoor(Caller.ANYONE);
      return null;
    }
    Requires route = method.getAnnotation(Requires.class);
    Identification identification =
        access.identify(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (identification instanceof Identification.Refused refused) {
      return refuse(request, refused.reason(), refused.keyId(), route);
    }
    Caller caller = ((Identification.Known) identification).caller();
    Refusal refusal =
        route == null
            ? Refusal.ROUTE_UNDECLARED
            : Demand.refusal(route, caller, request.getUriInfo());
    if (refusal != null) {
      return refuse(request, refusal, caller.id(), route);
    }
    request.setSecurityContext(new CallerContext(caller, request.getSecurityContext().isSecure()));
    quotas.takeAtTheDoor(caller);
    return null;
  }

  private Response refuse(
      ContainerRequestContext request,
      Refusal reason,
      @Nullable String keyId,
      @Nullable Requires route) {
    meters.counter("supportpulse.access.refused", "reason", reason.name()).increment();
    LOG.infof(
        "refused %s %s: %s, key %s",
        request.getMethod(),
        request.getUriInfo().getRequestUri().getRawPath(),
        reason,
        keyId == null ? "none" : keyId);
    return Refusals.response(reason, route);
  }
}
