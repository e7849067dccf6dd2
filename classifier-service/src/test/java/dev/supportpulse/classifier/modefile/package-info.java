@NullMarked
package dev.supportpulse.classifier.modefile;

import org.jspecify.annotations.NullMarked;
