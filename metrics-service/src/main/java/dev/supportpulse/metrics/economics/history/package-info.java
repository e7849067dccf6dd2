/** What was counted day by day, for the parts of economics that look back. */
@NullMarked
package dev.supportpulse.metrics.economics.history;

import org.jspecify.annotations.NullMarked;
