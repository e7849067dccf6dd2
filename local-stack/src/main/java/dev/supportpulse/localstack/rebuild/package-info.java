/**
 * {@code ./run rebuild}: a thin client of the route of metrics-service that corrects the buckets of
 * a project from its ledger.
 */
@NullMarked
package dev.supportpulse.localstack.rebuild;

import org.jspecify.annotations.NullMarked;
