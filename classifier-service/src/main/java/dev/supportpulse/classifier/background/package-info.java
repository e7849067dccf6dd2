/** Work that goes on beside the service's own. Knows nothing of what is done. */
@NullMarked
package dev.supportpulse.classifier.background;

import org.jspecify.annotations.NullMarked;
