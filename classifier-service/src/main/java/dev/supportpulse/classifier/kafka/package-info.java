/**
 * Reads {@code support.events}, publishes to {@code support.classifications}. At least once, in
 * order per key: offsets are committed after the broker has every classification of the batch, and
 * ids are deterministic, so what comes twice is the same twice.
 */
@NullMarked
package dev.supportpulse.classifier.kafka;

import org.jspecify.annotations.NullMarked;
