/** The settings of intake, and the one place that puts its parts together. */
@NullMarked
package dev.supportpulse.intake.config;

import org.jspecify.annotations.NullMarked;
