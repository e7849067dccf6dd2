/** The HTTP interface. The only package that knows status codes, problem types and JSON bodies. */
@NullMarked
package dev.supportpulse.classifier.http;

import org.jspecify.annotations.NullMarked;
