/** Where Kafka is spoken to: polls the topics, decodes records into facts, and hands them on. */
@NullMarked
package dev.supportpulse.metrics.kafka;

import org.jspecify.annotations.NullMarked;
