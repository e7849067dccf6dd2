@NullMarked
package dev.supportpulse.classifier.onnx;

import org.jspecify.annotations.NullMarked;
