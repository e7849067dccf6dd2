/**
 * What {@code ./run} does once everything is built: starts the whole system on this machine, shows
 * it at work and stops it. Knows processes, ports and the folder {@code .local}; what the samples
 * are and what they should come to is the business of the package {@code samples}.
 */
@NullMarked
package dev.supportpulse.localstack.launch;

import org.jspecify.annotations.NullMarked;
