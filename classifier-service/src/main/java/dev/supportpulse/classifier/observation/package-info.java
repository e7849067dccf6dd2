/**
 * What is learnt from events beside classifying them. It may wait for a database; classifying never
 * does.
 */
@NullMarked
package dev.supportpulse.classifier.observation;

import org.jspecify.annotations.NullMarked;
