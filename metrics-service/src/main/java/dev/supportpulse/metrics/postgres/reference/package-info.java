/** Reference data in PostgreSQL, by Hibernate ORM with Panache. */
@NullMarked
package dev.supportpulse.metrics.postgres.reference;

import org.jspecify.annotations.NullMarked;
