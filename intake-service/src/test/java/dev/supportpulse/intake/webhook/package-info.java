@NullMarked
package dev.supportpulse.intake.webhook;

import org.jspecify.annotations.NullMarked;
