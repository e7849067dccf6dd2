/** What intake remembers of the events that it published. Knows Caffeine. */
@NullMarked
package dev.supportpulse.intake.recall;

import org.jspecify.annotations.NullMarked;
