/** Tests of drift. */
@NullMarked
package dev.supportpulse.classifier.drift;

import org.jspecify.annotations.NullMarked;
