@NullMarked
package dev.supportpulse.localstack.launch;

import org.jspecify.annotations.NullMarked;
