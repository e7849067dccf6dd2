/**
 * The same counts by Kafka Streams, exactly once: identities, cases and buckets in state stores
 * that are kept in topics. What an event counts comes from the same pure core. It keeps neither
 * conflicts nor the accounting nor rows to drill down to, which is less than metrics-service does.
 */
@NullMarked
package dev.supportpulse.benchmarks.count.streams;

import org.jspecify.annotations.NullMarked;
