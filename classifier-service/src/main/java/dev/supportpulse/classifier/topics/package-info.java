/**
 * What users ask about: terms that stand out of a window, and questions that are asked again and
 * again. Keeps terms and sketches of texts, never the texts. Pure.
 */
@NullMarked
package dev.supportpulse.classifier.topics;

import org.jspecify.annotations.NullMarked;
