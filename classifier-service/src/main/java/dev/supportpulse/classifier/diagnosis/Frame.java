package dev.supportpulse.classifier.diagnosis;

/**
 * One call of a stack trace, without line number, address, and the numbers that compilers and
 * proxies draw.
 *
 * @param place the class, package or module; in languages whose traces name only files, the path as
 *     it was reported, with forward slashes
 * @param function the method or function; empty if there is none
 * @param origin whose code it is, as far as the trace tells
 */
record Frame(String place, String function, Origin origin) {

  /** Whose code a frame is. */
  enum Origin {
    /** The language's own runtime and standard library. */
    PLATFORM,
    /** A package that was installed beside the application. */
    DEPENDENCY,
    /** Anything else. */
    APPLICATION
  }
}
