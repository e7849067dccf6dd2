/**
 * Embeddings of texts by frozen networks that come as Maven artifacts: the only package that knows
 * the ONNX runtime and the tokenizers, and the only one with native code. Knows nothing of
 * categories.
 */
@NullMarked
package dev.supportpulse.classifier.onnx;

import org.jspecify.annotations.NullMarked;
