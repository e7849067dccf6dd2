@NullMarked
package dev.supportpulse.intake;

import org.jspecify.annotations.NullMarked;
