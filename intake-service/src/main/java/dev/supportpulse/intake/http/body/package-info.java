/**
 * The bodies of requests: read whole and unpacked, within bounds of size, time and memory, before
 * any route sees the request. What breaks a bound is answered here, with a problem document.
 *
 * <p>Knows HTTP and content codings. Knows nothing of events.
 */
@NullMarked
package dev.supportpulse.intake.http.body;

import org.jspecify.annotations.NullMarked;
