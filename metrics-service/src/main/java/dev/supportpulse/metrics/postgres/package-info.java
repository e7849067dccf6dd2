/** Where PostgreSQL is spoken to: set-based JDBC for the ledger and the buckets. */
@NullMarked
package dev.supportpulse.metrics.postgres;

import org.jspecify.annotations.NullMarked;
