/** Tests of {@code ./run reprocess}. */
@NullMarked
package dev.supportpulse.localstack.reprocess;

import org.jspecify.annotations.NullMarked;
