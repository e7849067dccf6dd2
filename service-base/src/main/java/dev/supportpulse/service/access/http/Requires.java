package dev.supportpulse.service.access.http;

import dev.supportpulse.service.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whom a resource method is for. Where access is closed, a method without this (or {@link
 * OwnAuthentication}) is for nobody.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

  /** The role that the caller must have, or include. */
  Role value();

  /** Where the request names the project that must be in the caller's scope. */
  ProjectIn project();
}
