/**
 * Corrections: what humans say that an event is about. Knows nothing of how they are stored or
 * published.
 */
@NullMarked
package dev.supportpulse.classifier.correction;

import org.jspecify.annotations.NullMarked;
