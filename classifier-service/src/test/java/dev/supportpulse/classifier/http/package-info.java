@NullMarked
package dev.supportpulse.classifier.http;

import org.jspecify.annotations.NullMarked;
