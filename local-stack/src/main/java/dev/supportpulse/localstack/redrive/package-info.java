/**
 * {@code ./run redrive}: a thin client of intake's routes about dead letters. Knows their words and
 * how tables look in a terminal.
 */
@NullMarked
package dev.supportpulse.localstack.redrive;

import org.jspecify.annotations.NullMarked;
