package dev.supportpulse.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The jars that child JVMs need, as the build of this module found them in the local Maven
 * repository. They are written down rather than depended upon, so that the broker and Scala are on
 * nobody's class path but the broker's.
 */
final class RuntimeClasspath {

  private static final String RESOURCE = "runtime.classpath";

  private RuntimeClasspath() {}

  static String read() {
    try (InputStream in = RuntimeClasspath.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new StackException(RESOURCE + " is missing; build local-stack with Maven first");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new StackException("cannot read " + RESOURCE, e);
    }
  }
}
