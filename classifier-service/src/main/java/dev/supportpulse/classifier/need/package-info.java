/**
 * Need recognition: from the text of an event to a need category, with a calibrated confidence, the
 * words that spoke for and against it, and an estimate of its complexity.
 *
 * <p>The way of a text: {@link dev.supportpulse.classifier.need.TextCleaner} → {@link
 * dev.supportpulse.classifier.need.Tokenizer} → {@link
 * dev.supportpulse.classifier.need.FeatureVector} → {@link
 * dev.supportpulse.classifier.need.NeedModel} → {@link
 * dev.supportpulse.classifier.need.NeedClassifier}. The accurate tier adds what embeddings say,
 * through {@link dev.supportpulse.classifier.need.Embedder}. Pure: knows the JDK and the shared
 * language; knows nothing of HTTP, Kafka, JSON or training.
 */
@NullMarked
package dev.supportpulse.classifier.need;

import org.jspecify.annotations.NullMarked;
