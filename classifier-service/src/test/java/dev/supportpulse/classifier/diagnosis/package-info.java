@NullMarked
package dev.supportpulse.classifier.diagnosis;

import org.jspecify.annotations.NullMarked;
