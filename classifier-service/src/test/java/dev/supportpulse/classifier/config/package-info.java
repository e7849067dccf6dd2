@NullMarked
package dev.supportpulse.classifier.config;

import org.jspecify.annotations.NullMarked;
