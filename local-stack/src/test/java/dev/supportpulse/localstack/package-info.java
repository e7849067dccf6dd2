@NullMarked
package dev.supportpulse.localstack;

import org.jspecify.annotations.NullMarked;
