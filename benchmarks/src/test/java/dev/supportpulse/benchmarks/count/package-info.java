/** Every peer counts what the service's own core counts. */
@NullMarked
package dev.supportpulse.benchmarks.count;

import org.jspecify.annotations.NullMarked;
