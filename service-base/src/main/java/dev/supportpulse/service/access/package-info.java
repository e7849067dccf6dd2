/** Who may call a service. */
@NullMarked
package dev.supportpulse.service.access;

import org.jspecify.annotations.NullMarked;
