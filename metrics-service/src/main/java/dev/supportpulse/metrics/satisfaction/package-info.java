/** How satisfied users are: formulas of requirements §2 over tallies of sentiments and ratings. */
@NullMarked
package dev.supportpulse.metrics.satisfaction;

import org.jspecify.annotations.NullMarked;
