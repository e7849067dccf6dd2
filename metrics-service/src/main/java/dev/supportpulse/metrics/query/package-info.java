/**
 * Answers questions about figures. A summary is a series of one point, so one computation gives
 * every number. Knows the ports that tallies, reference data and log ends come from, and no
 * technology.
 */
@NullMarked
package dev.supportpulse.metrics.query;

import org.jspecify.annotations.NullMarked;
