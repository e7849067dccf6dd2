/**
 * Tunes published networks on labelled needs, for {@code ./run train}: the only package that knows
 * PyTorch and reads ONNX files. Knows nothing of categories.
 */
@NullMarked
package dev.supportpulse.tuning;

import org.jspecify.annotations.NullMarked;
