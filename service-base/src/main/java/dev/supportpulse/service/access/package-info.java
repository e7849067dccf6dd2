/**
 * Who may call a service: keys, roles, projects and quotas, and the file that keys are kept in.
 *
 * <p>Knows nothing of HTTP: {@code access.http} asks it about each request, {@code access.command}
 * makes and revokes keys.
 */
@NullMarked
package dev.supportpulse.service.access;

import org.jspecify.annotations.NullMarked;
