/**
 * Mixed-integer linear programs and what solving them answers. Knows nothing of support, and no
 * solver: that is a port.
 */
@NullMarked
package dev.supportpulse.metrics.economics.program;

import org.jspecify.annotations.NullMarked;
