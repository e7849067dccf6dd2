@NullMarked
package dev.supportpulse.intake.config;

import org.jspecify.annotations.NullMarked;
