package dev.supportpulse.service.access;

/** Why a request is refused. The names are stable: clients see them as codes. */
public enum Refusal {
  /** There is no key in the request. */
  KEY_REQUIRED,
  /** What is in the request is no key of this service. */
  KEY_INVALID,
  /** The key is past its time. */
  KEY_EXPIRED,
  /** The key's role doesn't include the one that the route needs. */
  ROLE_FORBIDDEN,
  /** The route is about a project, or all of them, outside the key's scope. */
  PROJECT_FORBIDDEN,
  /** The route doesn't say whom it is for, so it is for nobody. */
  ROUTE_UNDECLARED;

  /** Whether another key, or any at all, is the remedy; else the caller is known but mayn't. */
  public boolean isAboutIdentity() {
    return switch (this) {
      case KEY_REQUIRED, KEY_INVALID, KEY_EXPIRED -> true;
      case ROLE_FORBIDDEN, PROJECT_FORBIDDEN, ROUTE_UNDECLARED -> false;
    };
  }
}
