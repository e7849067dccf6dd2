package dev.supportpulse.classifier.need;

import dev.supportpulse.events.NeedCategory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between projects. A text without a project, and of a project without anything of its
 * own, is read by the shared model alone.
 *
 * @param heads what projects' own corrections taught, by project
 * @param auto least confidences at which a classification stands by itself, by project and
 *     category, in place of the model's; {@value #EVERY} stands for every project without one
 */
public record Specialisation(
    Map<String, ProjectHeads> heads, Map<String, Map<NeedCategory, Double>> auto) {

  /** No project differs. */
  public static final Specialisation NONE = new Specialisation(Map.of(), Map.of());

  /** Stands for every project; no project is called that, since their names are lower case. */
  public static final String EVERY = "EVERY";

  public Specialisation {
    heads = Map.copyOf(heads);
    auto = Map.copyOf(auto);
  }

  /** The same but for the heads. */
  public Specialisation with(Map<String, ProjectHeads> others) {
    return new Specialisation(others, auto);
  }

  @Nullable ProjectHeads headsOf(@Nullable String project) {
    return project == null ? null : heads.get(project);
  }

  /** The thresholds of a project: the model's but for those that are set. */
  Thresholds thresholds(@Nullable String project, Thresholds ofModel) {
    Map<NeedCategory, Double> every = auto.getOrDefault(EVERY, Map.of());
    Map<NeedCategory, Double> own =
        project == null ? Map.of() : auto.getOrDefault(project, Map.of());
    return every.isEmpty() && own.isEmpty() ? ofModel : ofModel.with(every).with(own);
  }
}
