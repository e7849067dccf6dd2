/**
 * One look at a text: its need, the support that suits it and an article that may answer it; and
 * the classification that is published of an event. Pure.
 */
@NullMarked
package dev.supportpulse.classifier.assessment;

import org.jspecify.annotations.NullMarked;
