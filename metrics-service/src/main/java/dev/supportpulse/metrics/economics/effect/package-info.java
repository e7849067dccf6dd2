/** What an initiative changed, with intervals, so that no effect is claimed from noise. */
@NullMarked
package dev.supportpulse.metrics.economics.effect;

import org.jspecify.annotations.NullMarked;
