@NullMarked
package dev.supportpulse.intake.http.body;

import org.jspecify.annotations.NullMarked;
