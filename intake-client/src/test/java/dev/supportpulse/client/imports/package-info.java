@NullMarked
package dev.supportpulse.client.imports;

import org.jspecify.annotations.NullMarked;
