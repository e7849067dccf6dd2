/**
 * What becomes of an event that a client submits: it is read, judged and appended to the log.
 *
 * <p>Knows JSON trees, CloudEvents and the shared language. Knows nothing of HTTP, Kafka, clocks or
 * configuration: a {@link dev.supportpulse.intake.submission.Receipt} says when something came, and
 * ports ({@link dev.supportpulse.intake.submission.EventReader}, {@link
 * dev.supportpulse.intake.submission.Fingerprint}, {@link
 * dev.supportpulse.intake.submission.Privacy}, {@link dev.supportpulse.intake.submission.EventLog})
 * do what needs a library.
 */
@NullMarked
package dev.supportpulse.intake.submission;

import org.jspecify.annotations.NullMarked;
