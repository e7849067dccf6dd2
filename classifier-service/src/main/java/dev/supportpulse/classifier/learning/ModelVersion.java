package dev.supportpulse.classifier.learning;

import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.events.ClassifierTier;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the models of all tiers, which are promoted together.
 *
 * @param version names it: {@code shipped-} or {@code learned-} and a hash of what decides it
 * @param shipped the shipped version that it builds on; its own if it shipped
 * @param madeAt when it was first seen here
 * @param models what each tier's model is made of and how good it was found to be
 * @param lessons what it learned on top, by project
 * @param report how it compared with the champion of its time; null if it shipped
 */
public record ModelVersion(
    String version,
    String shipped,
    Instant madeAt,
    Map<ClassifierTier, ModelInfo> models,
    Map<String, Lesson> lessons,
    @Nullable ShadowReport report) {

  public ModelVersion {
    models = Map.copyOf(models);
    lessons = Map.copyOf(lessons);
  }

  /** Whether it came with the service. */
  public boolean isShipped() {
    return version.equals(shipped);
  }

  /**
   * The latest correction that it learned from, by its place in their order; 0 if it learned from
   * none.
   */
  public long through() {
    return lessons.values().stream().mapToLong(Lesson::last).max().orElse(0);
  }

  /** The latest correction of that project that it learned from, by its place; 0 if none. */
  long through(String project) {
    Lesson lesson = lessons.get(project);
    return lesson == null ? 0 : lesson.last();
  }
}
