@NullMarked
package dev.supportpulse.localstack.samples;

import org.jspecify.annotations.NullMarked;
