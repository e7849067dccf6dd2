/**
 * Access at the routes: what a resource method declares, the one filter that keeps to it, and how a
 * refusal is told.
 */
@NullMarked
package dev.supportpulse.service.access.http;

import org.jspecify.annotations.NullMarked;
