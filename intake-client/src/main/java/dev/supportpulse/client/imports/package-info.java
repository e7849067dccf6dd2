/**
 * Imports a history from a file: rows become events, events go to intake in batches, and what isn't
 * accepted is written down. Knows files and the client; what is valid is intake's to say.
 */
@NullMarked
package dev.supportpulse.client.imports;

import org.jspecify.annotations.NullMarked;
