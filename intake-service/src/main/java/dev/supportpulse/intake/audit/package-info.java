/**
 * Who did what, for those who ask later. Knows nothing of how that is kept: {@link
 * dev.supportpulse.intake.audit.AuditTrail} is the port.
 */
@NullMarked
package dev.supportpulse.intake.audit;

import org.jspecify.annotations.NullMarked;
