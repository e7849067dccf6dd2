/**
 * Training: labelled texts in, a {@link dev.supportpulse.classifier.need.NeedModel} and its
 * cross-validated figures out. The same data and parameters give the same model.
 *
 * <p>The only package that knows liblinear; what it leaves behind is plain arrays.
 */
@NullMarked
package dev.supportpulse.classifier.learning;

import org.jspecify.annotations.NullMarked;
