/**
 * {@code ./run reprocess}: a thin client of the route of classifier-service that classifies all
 * events again.
 */
@NullMarked
package dev.supportpulse.localstack.reprocess;

import org.jspecify.annotations.NullMarked;
