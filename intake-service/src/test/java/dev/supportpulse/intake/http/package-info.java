@NullMarked
package dev.supportpulse.intake.http;

import org.jspecify.annotations.NullMarked;
