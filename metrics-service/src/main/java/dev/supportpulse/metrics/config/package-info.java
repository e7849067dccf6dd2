/** The typed configuration of the service. */
@NullMarked
package dev.supportpulse.metrics.config;

import org.jspecify.annotations.NullMarked;
