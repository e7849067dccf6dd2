/**
 * Sends events to intake-service from Java: events as the shared records, batches, retries. Knows
 * the generated client, which knows HTTP; knows nothing of what intake does with an event.
 */
@NullMarked
package dev.supportpulse.client;

import org.jspecify.annotations.NullMarked;
