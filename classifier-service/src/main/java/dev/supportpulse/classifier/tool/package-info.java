/**
 * The catalogue of support tools: what each costs, where and when it serves, and how well it does,
 * as far as its trials tell. Pure.
 */
@NullMarked
package dev.supportpulse.classifier.tool;

import org.jspecify.annotations.NullMarked;
