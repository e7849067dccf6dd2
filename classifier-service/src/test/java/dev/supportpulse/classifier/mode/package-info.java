@NullMarked
package dev.supportpulse.classifier.mode;

import org.jspecify.annotations.NullMarked;
