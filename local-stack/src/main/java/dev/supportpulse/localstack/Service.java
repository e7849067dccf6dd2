package dev.supportpulse.localstack;

import java.nio.file.Path;
import java.util.Locale;

/** The services, as the build packages them. */
public enum Service {
  INTAKE("192m"),
  CLASSIFIER("128m"),
  METRICS("192m");

  private final String maxHeap;

  Service(String maxHeap) {
    this.maxHeap = maxHeap;
  }

  /** Its name in messages and logs, such as {@code intake}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The module that it is built from, such as {@code intake-service}. */
  public String module() {
    return label() + "-service";
  }

  /**
   * The jar to run.
   *
   * @param checkout the folder of the parent pom
   */
  public Path jar(Path checkout) {
    return checkout.resolve(module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** The largest heap that it is given, as {@code -Xmx} takes it. */
  String maxHeap() {
    return maxHeap;
  }
}
