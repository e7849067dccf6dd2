/**
 * What is kept in PostgreSQL, in the schema {@code classifier}. Nothing on the way of a text waits
 * for it.
 */
@NullMarked
package dev.supportpulse.classifier.postgres;

import org.jspecify.annotations.NullMarked;
