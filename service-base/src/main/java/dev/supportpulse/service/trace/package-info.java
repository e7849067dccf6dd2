/**
 * One trace of an event on its whole way, from the request to the figure, through the records that
 * carry it. Knows neither HTTP nor Kafka: whoever uses it hands it the header {@code traceparent}.
 */
@NullMarked
package dev.supportpulse.service.trace;

import org.jspecify.annotations.NullMarked;
