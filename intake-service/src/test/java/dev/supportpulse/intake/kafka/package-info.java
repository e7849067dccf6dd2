@NullMarked
package dev.supportpulse.intake.kafka;

import org.jspecify.annotations.NullMarked;
