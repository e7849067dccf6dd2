/**
 * A real Kafka broker and a real PostgreSQL from Maven artifacts, the services as child processes,
 * and the launcher behind {@code ./run}. Everything listens on loopback only. Knows how to start,
 * watch and end processes; knows nothing of what the services compute.
 */
@NullMarked
package dev.supportpulse.localstack;

import org.jspecify.annotations.NullMarked;
