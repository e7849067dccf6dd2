/**
 * What went wrong, told from error reports and pasted logs: stack traces of six languages and log
 * lines become fingerprints that stay the same from user to user and from release to release. Pure;
 * what is counted under a fingerprint is kept by an adapter.
 */
@NullMarked
package dev.supportpulse.classifier.diagnosis;

import org.jspecify.annotations.NullMarked;
