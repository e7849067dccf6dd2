/** Judgements that stay honest when there are few data. Pure. */
@NullMarked
package dev.supportpulse.classifier.statistics;

import org.jspecify.annotations.NullMarked;
