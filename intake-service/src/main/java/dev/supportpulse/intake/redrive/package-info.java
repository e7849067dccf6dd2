/**
 * What was set aside, and how it gets another chance: rejected and quarantined events, and the dead
 * letters of the services.
 *
 * <p>Knows the topics' names, JSON trees, CloudEvents and the shared language. Knows nothing of
 * HTTP, Kafka, clocks or configuration: ports read and write the topics ({@link
 * dev.supportpulse.intake.redrive.LetterLog}, {@link dev.supportpulse.intake.redrive.MarkBook},
 * {@link dev.supportpulse.intake.redrive.Outbox}).
 */
@NullMarked
package dev.supportpulse.intake.redrive;

import org.jspecify.annotations.NullMarked;
