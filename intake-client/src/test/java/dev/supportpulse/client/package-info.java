@NullMarked
package dev.supportpulse.client;

import org.jspecify.annotations.NullMarked;
