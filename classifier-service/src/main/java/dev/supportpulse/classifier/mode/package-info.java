/**
 * What support suits a need: mode (free, paid, hybrid) by named rules, and the tools to give it
 * with. Pure.
 */
@NullMarked
package dev.supportpulse.classifier.mode;

import org.jspecify.annotations.NullMarked;
