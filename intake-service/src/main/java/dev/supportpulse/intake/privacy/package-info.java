/**
 * Personal data stays out of the log: what it is, where it stands in events, what it is replaced
 * by.
 *
 * <p>Knows texts, JSON trees and the numbering plans of libphonenumber. Knows nothing of HTTP,
 * Kafka, clocks or configuration.
 */
@NullMarked
package dev.supportpulse.intake.privacy;

import org.jspecify.annotations.NullMarked;
