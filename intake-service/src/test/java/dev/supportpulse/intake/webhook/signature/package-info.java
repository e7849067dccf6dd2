@NullMarked
package dev.supportpulse.intake.webhook.signature;

import org.jspecify.annotations.NullMarked;
