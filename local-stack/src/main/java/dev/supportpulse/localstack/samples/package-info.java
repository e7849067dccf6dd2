/**
 * The sample feeds: the worked cases of the source documents, a year of four plausible projects,
 * and the table that compares what the running system makes of them with what the documents print.
 *
 * <p>Everything is a pure function of one instant, the anchor, so that a second replay repeats the
 * first to the byte. Knows the services by their HTTP interfaces only.
 */
@NullMarked
package dev.supportpulse.localstack.samples;

import org.jspecify.annotations.NullMarked;
