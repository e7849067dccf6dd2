package dev.supportpulse.service.access.http;

/** Where a request names the project that it is about. */
public enum ProjectIn {
  /** In the path, as {@code {project}}. */
  PATH,
  /** In the query, as {@code project}; if it is left out, the request is about every project. */
  QUERY,
  /** In the body: the method itself looks whether the caller's scope covers it. */
  BODY,
  /** Nowhere: the request is about the project {@code default}. */
  DEFAULT,
  /** Nowhere: the request is about no project at all, or about the caller's. */
  NONE,
  /** Nowhere: the request is about every project. */
  EVERY
}
