/** The business figures as gauges, for whoever watches them by Prometheus. */
@NullMarked
package dev.supportpulse.metrics.prometheus;

import org.jspecify.annotations.NullMarked;
