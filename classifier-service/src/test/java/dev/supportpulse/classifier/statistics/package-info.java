@NullMarked
package dev.supportpulse.classifier.statistics;

import org.jspecify.annotations.NullMarked;
