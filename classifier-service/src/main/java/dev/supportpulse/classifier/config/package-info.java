/** Settings, and the wiring of the pure parts. */
@NullMarked
package dev.supportpulse.classifier.config;

import org.jspecify.annotations.NullMarked;
