package dev.supportpulse.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The services, as the build packages them. */
public enum Service {
  /**
   * A third for what is in flight: else that fills the old generation, and all wait. A heap that
   * starts smaller than its young generation would silently have a smaller one.
   */
  INTAKE("-Xms96m -Xmx192m -Xmn64m -XX:SurvivorRatio=4"),
  CLASSIFIER("-Xms32m -Xmx160m"),
  /**
   * Nearly half of it is young: the facts of two batches, one that is read and one that is counted,
   * would else grow old and be looked for in the whole heap.
   */
  METRICS("-Xms160m -Xmx224m -Xmn96m -XX:SurvivorRatio=3");

  private final String heap;

  Service(String heap) {
    this.heap = heap;
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

  /**
   * Options of {@code java} for its heap: how large it starts (else on a large machine as large as
   * it may become), how large it may become, and its shape.
   */
  public List<String> heap() {
    return List.of(heap.split(" "));
  }
}
