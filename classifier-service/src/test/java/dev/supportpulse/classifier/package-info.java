@NullMarked
package dev.supportpulse.classifier;

import org.jspecify.annotations.NullMarked;
