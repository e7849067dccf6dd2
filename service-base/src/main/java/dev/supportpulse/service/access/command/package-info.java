/** {@code ./run keys}: makes, lists and revokes the keys of a file. */
@NullMarked
package dev.supportpulse.service.access.command;

import org.jspecify.annotations.NullMarked;
