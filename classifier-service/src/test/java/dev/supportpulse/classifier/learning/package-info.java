@NullMarked
package dev.supportpulse.classifier.learning;

import org.jspecify.annotations.NullMarked;
