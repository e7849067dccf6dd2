/** Tests of what is kept in PostgreSQL. */
@NullMarked
package dev.supportpulse.classifier.postgres;

import org.jspecify.annotations.NullMarked;
