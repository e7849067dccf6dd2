/** How upstream systems sign what they send. Every comparison of secrets takes constant time. */
@NullMarked
package dev.supportpulse.intake.webhook.signature;

import org.jspecify.annotations.NullMarked;
