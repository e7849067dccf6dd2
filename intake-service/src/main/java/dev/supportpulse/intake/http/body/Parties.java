package dev.supportpulse.intake.http.body;

import dev.supportpulse.service.access.Access;
import dev.supportpulse.service.access.Caller;
import dev.supportpulse.service.access.Identification;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Whom a request counts for while its body is in memory, which is told before any of it is read: so
 * it can't be the project.
 */
final class Parties {

  private final Access access;

  Parties(Access access) {
    this.access = access;
  }

  /**
   * The id of the caller's key; where anyone may call, the caller's address. Where there are keys,
   * all who present no good one are one party, webhooks among them: strangers with many addresses
   * can't crowd out those who have a key.
   */
  String of(HttpServerRequest request) {
    if (access.isOpen()) {
      return request.remoteAddress().hostAddress();
    }
    return access.identify(request.getHeader(HttpHeaders.AUTHORIZATION))
            instanceof Identification.Known known
        ? known.caller().id()
        : Caller.ANYONE.id();
  }
}
