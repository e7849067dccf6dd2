@NullMarked
package dev.supportpulse.classifier.tool;

import org.jspecify.annotations.NullMarked;
