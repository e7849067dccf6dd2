/** What the deliveries of each upstream system mean in the words of the shared language. */
@NullMarked
package dev.supportpulse.intake.webhook.connector;

import org.jspecify.annotations.NullMarked;
