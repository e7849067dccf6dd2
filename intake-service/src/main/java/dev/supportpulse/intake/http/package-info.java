/**
 * The routes of intake: formats in, outcomes out. The only package that knows status codes and
 * problem documents.
 */
@NullMarked
package dev.supportpulse.intake.http;

import org.jspecify.annotations.NullMarked;
