/** What intake remembers of the events that it published. */
@NullMarked
package dev.supportpulse.intake.recall;

import org.jspecify.annotations.NullMarked;
