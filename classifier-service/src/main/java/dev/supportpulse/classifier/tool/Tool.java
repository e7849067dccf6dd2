package dev.supportpulse.classifier.tool;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.events.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool that support is given with.
 *
 * @param id on the wire, such as {@code knowledge-base}
 * @param names for people
 * @param cost null if nobody said what it costs
 * @param channels where it is offered
 * @param languages BCP 47
 * @param hours null if it is served at any time
 */
public record Tool(
    String id,
    Map<Language, String> names,
    @Nullable CostModel cost,
    Set<Channel> channels,
    List<String> languages,
    @Nullable Hours hours) {

  public Tool {
    names = Map.copyOf(names);
    channels = Set.copyOf(channels);
    languages = List.copyOf(languages);
  }
}
