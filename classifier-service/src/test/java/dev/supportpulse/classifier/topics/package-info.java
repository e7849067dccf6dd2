@NullMarked
package dev.supportpulse.classifier.topics;

import org.jspecify.annotations.NullMarked;
