@NullMarked
package dev.supportpulse.classifier.need;

import org.jspecify.annotations.NullMarked;
