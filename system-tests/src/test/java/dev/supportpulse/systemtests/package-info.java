/**
 * Black-box tests of the packaged services, one process each, on a real broker and database. Each
 * class is named for the guarantee that it shows.
 */
@NullMarked
package dev.supportpulse.systemtests;

import org.jspecify.annotations.NullMarked;
