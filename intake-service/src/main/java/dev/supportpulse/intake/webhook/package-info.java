/**
 * Webhooks of upstream systems: a signed delivery comes in, events of the shared language go out.
 * Knows JSON and the shared language; no HTTP, no clock.
 */
@NullMarked
package dev.supportpulse.intake.webhook;

import org.jspecify.annotations.NullMarked;
