package dev.supportpulse.intake.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.supportpulse.intake.submission.Privacy;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Takes personal data out of events, as {@link Treatment} decides for each of their strings. */
public final class EventCleaner implements Privacy {

  private static final String DATA = "data";
  private static final String PROJECT = "project";

  private final PrivacyRules rules;
  private final Pseudonyms pseudonyms;

  public EventCleaner(PrivacyRules rules, Pseudonyms pseudonyms) {
    this.rules = rules;
    this.pseudonyms = pseudonyms;
  }

  @Override
  public JsonNode clean(JsonNode event) {
    String project = event.path(PROJECT).asText();
    Cleaning cleaning = new Cleaning(project, rules.of(project));
    return cleaning.members(
        event,
        (name, value) ->
            name.equals(DATA)
                ? cleaning.members(
                    value, (member, each) -> cleaning.treat(Treatment.ofData(member), each))
                : cleaning.treat(Treatment.ofAttribute(name), value));
  }

  @Override
  public String clean(String project, String text) {
    return TextCleaner.clean(text, rules.of(project));
  }

  /** The cleaning of one event; what has nothing to clean is not copied. */
  private final class Cleaning {

    private final String project;
    private final Set<Kind> kinds;

    Cleaning(String project, Set<Kind> kinds) {
      this.project = project;
      this.kinds = kinds;
    }

    JsonNode treat(Treatment treatment, JsonNode value) {
      return switch (treatment) {
        case KEEP -> value;
        case CLEAN -> cleaned(value);
        case PSEUDONYMISE -> pseudonymised(value);
      };
    }

    /** Anything but a text is left to the schema, which refuses it. */
    private JsonNode pseudonymised(JsonNode value) {
      return value.isTextual() && !value.textValue().isBlank()
          ? TextNode.valueOf(pseudonyms.of(project, value.textValue()))
          : value;
    }

    private JsonNode cleaned(JsonNode value) {
      if (value instanceof TextNode text) {
        String clean = TextCleaner.clean(text.textValue(), kinds);
        return TextNode.valueOf(clean);
      }
      return value instanceof ArrayNode array
          ? elements(array)
          : members(value, (name, each) -> cleaned(each));
    }

    private JsonNode elements(ArrayNode array) {
      ArrayNode copy = null;
      for (int i = 0; i < array.size(); i++) {
        JsonNode clean = cleaned(array.get(i));
        if (!clean.equals(array.get(i))) {
          copy = copy == null ? array.arrayNode().addAll(array) : copy;
          copy.set(i, clean);
        }
      }
      return copy == null ? array : copy;
    }

    JsonNode members(JsonNode value, BiFunction<String, JsonNode, JsonNode> treatment) {
      if (!(value instanceof ObjectNode object)) {
        return value;
      }
      ObjectNode copy = null;
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        JsonNode clean = treatment.apply(member.getKey(), member.getValue());
        if (!clean.equals(member.getValue())) {
          copy = copy == null ? object.objectNode().setAll(object) : copy;
          copy.set(member.getKey(), clean);
        }
      }
      return copy == null ? object : copy;
    }
  }
}
