@NullMarked
package dev.supportpulse.classifier.lucene;

import org.jspecify.annotations.NullMarked;
