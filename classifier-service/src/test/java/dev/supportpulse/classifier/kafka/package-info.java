@NullMarked
package dev.supportpulse.classifier.kafka;

import org.jspecify.annotations.NullMarked;
