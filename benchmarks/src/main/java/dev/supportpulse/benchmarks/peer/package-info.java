/**
 * What intake is compared with: the least that somebody could write who wants the same records in
 * the same topic. The producer is intake's own to the last setting.
 */
@NullMarked
package dev.supportpulse.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
