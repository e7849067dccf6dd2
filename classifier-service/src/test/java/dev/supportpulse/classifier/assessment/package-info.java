@NullMarked
package dev.supportpulse.classifier.assessment;

import org.jspecify.annotations.NullMarked;
