package dev.supportpulse.metrics.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers with figures a weak {@code ETag}, and answers 304 to whoever has the same figures
 * already (RFC 9110 §13.1.2).
 */
public class Revalidation {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Fingerprints fingerprints;

  Revalidation(Fingerprints fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** An answer that can be asked for again and be the same. */
  interface Revalidated {}

  /** Adds the tag; takes the body away if the client has it. */
  @ServerResponseFilter
  public void tag(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() != OK || !(response.getEntity() instanceof Revalidated answer)) {
      return;
    }
    // The same figures as JSON and as CSV are two representations.
    String format = String.valueOf(response.getMediaType().getSubtype());
    String tag = "W/\"%s-%s\"".formatted(fingerprints.of(answer), format);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    response.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
    }
  }

  /** Weak comparison: a leading {@code W/} doesn't matter. */
  private static boolean names(@Nullable String tags, String tag) {
    return tags != null
        && Arrays.stream(tags.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || opaque(known).equals(opaque(tag)));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
