@NullMarked
package dev.supportpulse.localstack.redrive;

import org.jspecify.annotations.NullMarked;
