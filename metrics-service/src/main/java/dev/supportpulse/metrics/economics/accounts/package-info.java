/** The customer organisations behind the cases: what each takes and what it brings. */
@NullMarked
package dev.supportpulse.metrics.economics.accounts;

import org.jspecify.annotations.NullMarked;
