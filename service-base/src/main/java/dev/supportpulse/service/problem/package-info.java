/** RFC 9457 problem details: the one place that turns failures into HTTP answers. */
@NullMarked
package dev.supportpulse.service.problem;

import org.jspecify.annotations.NullMarked;
