@NullMarked
package dev.supportpulse.intake.webhook.connector;

import org.jspecify.annotations.NullMarked;
