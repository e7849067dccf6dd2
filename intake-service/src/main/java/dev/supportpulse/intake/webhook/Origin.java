package dev.supportpulse.intake.webhook;

/**
 * On whose behalf a hook speaks.
 *
 * @param hook the hook's name; unique here, so it keeps the ids of two upstream systems apart
 * @param project the project that its events belong to
 * @param source the CloudEvents {@code source} of its events, unless the payload names a better one
 */
public record Origin(String hook, String project, String source) {

  /** The same with a source that the payload names. */
  public Origin from(String betterSource) {
    return new Origin(hook, project, betterSource);
  }

  /** A name of the upstream system, made unique within the project: {@code hook:name}. */
  public String scoped(String name) {
    return hook + ":" + name;
  }
}
