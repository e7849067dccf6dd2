@NullMarked
package dev.supportpulse.classifier.solution;

import org.jspecify.annotations.NullMarked;
