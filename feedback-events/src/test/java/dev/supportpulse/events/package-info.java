/** Tests of the shared language, and the golden events that every producer and consumer reads. */
@NullMarked
package dev.supportpulse.events;

import org.jspecify.annotations.NullMarked;
