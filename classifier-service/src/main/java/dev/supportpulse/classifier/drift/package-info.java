/** Whether texts are still like those that a model was put to work on. Pure. */
@NullMarked
package dev.supportpulse.classifier.drift;

import org.jspecify.annotations.NullMarked;
