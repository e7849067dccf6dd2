/**
 * Spans of time: rolling windows, calendar points, and the granules that add up to them. Knows no
 * clock: the present is an argument.
 */
@NullMarked
package dev.supportpulse.metrics.window;

import org.jspecify.annotations.NullMarked;
