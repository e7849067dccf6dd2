/** The metrics API: reads parameters, asks the core, and writes JSON, CSV and problem documents. */
@NullMarked
package dev.supportpulse.metrics.http;

import org.jspecify.annotations.NullMarked;
