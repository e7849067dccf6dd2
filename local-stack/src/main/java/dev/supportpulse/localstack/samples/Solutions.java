package dev.supportpulse.localstack.samples;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.supportpulse.events.NeedCategory;
import java.util.List;
import java.util.Map;

/** What support proposes to people in need: articles of the knowledge base. */
final class Solutions {

  private static final Map<NeedCategory, List<String>> BY_NEED =
      Resources.read("solutions.json", new TypeReference<Map<NeedCategory, List<String>>>() {});

  private Solutions() {}

  /** The id of an article for a need of that category. */
  static String pick(NeedCategory category, Chance chance) {
    return chance.pick(BY_NEED.getOrDefault(category, List.of()));
  }
}
