/**
 * Rule sets as YAML files: how they are read, and a folder of them that is looked at for changes.
 * Knows nothing of what rules mean.
 */
@NullMarked
package dev.supportpulse.classifier.modefile;

import org.jspecify.annotations.NullMarked;
