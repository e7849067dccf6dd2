package dev.supportpulse.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The services, as the build packages them. */
public enum Service {
  /** A third of it for what is in flight: else that fills the old generation, and all wait. */
  INTAKE("192m", "-Xmn64m -XX:SurvivorRatio=4"),
  CLASSIFIER("128m", ""),
  METRICS("192m", "");

  private final String maxHeap;
  private final String heapShape;

  Service(String maxHeap, String heapShape) {
    this.maxHeap = maxHeap;
    this.heapShape = heapShape;
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

  /** How it is divided, as {@code java} takes it; empty for the default. */
  List<String> heapShape() {
    return heapShape.isEmpty() ? List.of() : List.of(heapShape.split(" "));
  }
}
