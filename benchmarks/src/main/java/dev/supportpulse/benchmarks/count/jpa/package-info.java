/**
 * The straightforward consumer: each record in a transaction of its own, by JPA (Hibernate). What
 * an event counts comes from the same pure core; everything else is written the plain way. It keeps
 * neither conflicts nor the accounting, which is less than metrics-service does.
 */
@NullMarked
package dev.supportpulse.benchmarks.count.jpa;

import org.jspecify.annotations.NullMarked;
