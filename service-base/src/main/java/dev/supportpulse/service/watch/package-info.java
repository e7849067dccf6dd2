/** Files of secrets that may change while a service runs. */
@NullMarked
package dev.supportpulse.service.watch;

import org.jspecify.annotations.NullMarked;
