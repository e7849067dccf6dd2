/**
 * The bodies of requests: read whole and unpacked, within bounds of size, time and memory, before
 * any route sees the request, and shared fairly among callers. What breaks a bound is answered
 * here, with a problem document.
 *
 * <p>Knows HTTP, content codings and who calls. Knows nothing of events.
 */
@NullMarked
package dev.supportpulse.intake.http.body;

import org.jspecify.annotations.NullMarked;
