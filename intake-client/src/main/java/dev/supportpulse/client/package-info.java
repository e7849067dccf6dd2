/** Sends events to intake-service from Java. */
@NullMarked
package dev.supportpulse.client;

import org.jspecify.annotations.NullMarked;
