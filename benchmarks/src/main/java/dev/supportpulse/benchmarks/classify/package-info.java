/**
 * What the classifier is compared with, on which texts, and by which scores. Knows nothing of how
 * either classifier works: both are processes that get files.
 */
@NullMarked
package dev.supportpulse.benchmarks.classify;

import org.jspecify.annotations.NullMarked;
