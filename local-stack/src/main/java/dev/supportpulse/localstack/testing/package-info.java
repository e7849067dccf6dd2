/** Gives tests of the services a broker, a database and keys of their own, on free ports. */
@NullMarked
package dev.supportpulse.localstack.testing;

import org.jspecify.annotations.NullMarked;
