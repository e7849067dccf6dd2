/**
 * Answers to questions: articles of a knowledge base, and the honest "I don't know" with the way to
 * a human. Pure; the search itself is an adapter behind {@link
 * dev.supportpulse.classifier.solution.KnowledgeBase}.
 */
@NullMarked
package dev.supportpulse.classifier.solution;

import org.jspecify.annotations.NullMarked;
