package dev.supportpulse.service.access.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that authenticates its callers by itself, such as by the signature of a
 * webhook; no key is asked for, and an invalid one doesn't matter.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnAuthentication {

  /** By what. */
  String value();
}
