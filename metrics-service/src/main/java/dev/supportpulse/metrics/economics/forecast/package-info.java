/** What the coming days will bring, with intervals that were tried on the days that are past. */
@NullMarked
package dev.supportpulse.metrics.economics.forecast;

import org.jspecify.annotations.NullMarked;
