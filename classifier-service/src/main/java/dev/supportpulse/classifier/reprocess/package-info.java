/** Classifying all events again with another model. Knows nothing of how events are read. */
@NullMarked
package dev.supportpulse.classifier.reprocess;

import org.jspecify.annotations.NullMarked;
