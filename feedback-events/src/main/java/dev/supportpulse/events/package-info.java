/**
 * The shared language of the services: what an event is, how it is named, keyed and written.
 *
 * <p>Knows the JDK, Jackson and the CloudEvents SDK. Knows nothing of HTTP, Kafka clients or
 * databases.
 */
@NullMarked
package dev.supportpulse.events;

import org.jspecify.annotations.NullMarked;
