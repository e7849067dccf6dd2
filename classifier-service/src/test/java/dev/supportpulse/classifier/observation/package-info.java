@NullMarked
package dev.supportpulse.classifier.observation;

import org.jspecify.annotations.NullMarked;
