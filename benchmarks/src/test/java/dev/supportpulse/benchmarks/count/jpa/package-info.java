/** The straightforward consumer against a real PostgreSQL. */
@NullMarked
package dev.supportpulse.benchmarks.count.jpa;

import org.jspecify.annotations.NullMarked;
