/** Plans that were kept under a name, to be put side by side. Knows the port that keeps them. */
@NullMarked
package dev.supportpulse.metrics.economics.scenario;

import org.jspecify.annotations.NullMarked;
