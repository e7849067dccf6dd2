package dev.supportpulse.classifier.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.tool.CostModel;
import dev.supportpulse.classifier.tool.Hours;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.events.Channel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML file of tools. Whatever is wrong is told by the name of the file and the pointer of
 * the field; a field that isn't known is wrong, too, because it would be ignored silently.
 */
final class ToolFile {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final String file;

  private ToolFile(String file) {
    this.file = file;
  }

  /**
   * The tools of a file, in its order.
   *
   * @param file its name, for messages
   * @throws IllegalArgumentException naming the field at fault
   */
  static List<Tool> read(String file, String yaml) {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " is no YAML: " + e.getOriginalMessage(), e);
    }
    return new ToolFile(file).tools(root);
  }

  /** Tools by id: the shipped ones, each replaced by an own one of its id, then the other own. */
  static List<Tool> merged(List<Tool> shipped, List<Tool> own) {
    Map<String, Tool> tools = new LinkedHashMap<>();
    shipped.forEach(tool -> tools.put(tool.id(), tool));
    own.forEach(tool -> tools.put(tool.id(), tool));
    return List.copyOf(tools.values());
  }

  private List<Tool> tools(JsonNode root) {
    onlyHas(root, "", Set.of("tools"));
    JsonNode list = root.path("tools");
    if (!list.isArray()) {
      throw wrong("/tools", "must be a list of tools");
    }
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      Tool tool = tool(list.get(i), "/tools/" + i);
      if (tools.put(tool.id(), tool) != null) {
        throw wrong("/tools/" + i + "/id", "is that of an earlier tool: " + tool.id());
      }
    }
    return List.copyOf(tools.values());
  }

  private Tool tool(JsonNode json, String at) {
    onlyHas(json, at, Set.of("id", "names", "channels", "languages", "hours", "cost"));
    String id = text(json, at, "id");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw wrong(at + "/id", "must be 1 to 63 lower-case letters, digits and hyphens");
    }
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    channels.addAll(list(json, at, "channels", name -> Channel.valueOf(name), Channel.values()));
    return new Tool(
        id,
        names(json.path("names"), at + "/names"),
        json.has("cost") ? cost(json.path("cost"), at + "/cost") : null,
        channels,
        list(json, at, "languages", Function.identity(), new Object[] {"a BCP 47 tag, such as en"}),
        json.has("hours") ? hours(json.path("hours"), at + "/hours") : null);
  }

  private Map<Language, String> names(JsonNode json, String at) {
    onlyHas(json, at, Set.of("en", "zh"));
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, text(json, at, language.tag()));
    }
    return names;
  }

  private Hours hours(JsonNode json, String at) {
    onlyHas(json, at, Set.of("days", "from", "to", "timeZone"));
    List<DayOfWeek> days =
        list(json, at, "days", name -> DayOfWeek.valueOf(name), DayOfWeek.values());
    LocalTime from =
        parsed(json, at, "from", LocalTime::parse, "must be a time, such as \"09:00\"");
    LocalTime to = parsed(json, at, "to", LocalTime::parse, "must be a time, such as \"18:00\"");
    ZoneId zone =
        parsed(json, at, "timeZone", ZoneId::of, "must be an IANA name, such as Asia/Shanghai");
    try {
      return new Hours(Set.copyOf(days), from, to, zone);
    } catch (IllegalArgumentException e) {
      throw wrong(at + "/to", "must be after 'from'");
    }
  }

  private CostModel cost(JsonNode json, String at) {
    onlyHas(json, at, Set.of("currency", "perMinute", "perUse", "perSeat", "seats", "perOutcome"));
    Currency currency =
        parsed(json, at, "currency", Currency::getInstance, "must be ISO 4217, such as EUR");
    JsonNode seats = json.path("seats");
    if (!seats.isMissingNode() && !(seats.isInt() && seats.intValue() >= 0)) {
      throw wrong(at + "/seats", "must be a whole number, not negative");
    }
    return new CostModel(
        currency.getCurrencyCode(),
        amount(json, at, "perMinute"),
        amount(json, at, "perUse"),
        amount(json, at, "perSeat"),
        seats.asInt(0),
        amount(json, at, "perOutcome"));
  }

  private BigDecimal amount(JsonNode json, String at, String field) {
    if (!json.has(field)) {
      return BigDecimal.ZERO;
    }
    String demand = "must be an amount in quotes, not negative, such as \"0.25\"";
    BigDecimal amount = parsed(json, at, field, BigDecimal::new, demand);
    if (amount.signum() < 0 || amount.scale() > 10 || amount.precision() > 20) {
      throw wrong(at + "/" + field, demand);
    }
    return amount;
  }

  private <T> T parsed(
      JsonNode json, String at, String field, Function<String, T> parser, String demand) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw wrong(at + "/" + field, demand);
    }
    try {
      return parser.apply(value.textValue());
    } catch (RuntimeException e) {
      throw wrong(at + "/" + field, demand);
    }
  }

  private <T> List<T> list(
      JsonNode json, String at, String field, Function<String, T> parser, Object[] values) {
    JsonNode list = json.path(field);
    String demand = "must be a list of one or more of " + Arrays.toString(values);
    if (!list.isArray() || list.isEmpty()) {
      throw wrong(at + "/" + field, demand);
    }
    List<T> parsed = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        parsed.add(parser.apply(list.get(i).asText()));
      } catch (IllegalArgumentException e) {
        throw wrong(at + "/" + field + "/" + i, demand);
      }
    }
    return parsed;
  }

  private String text(JsonNode json, String at, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(at + "/" + field, "is required and must be a text");
    }
    return value.textValue();
  }

  private void onlyHas(@Nullable JsonNode json, String at, Set<String> fields) {
    if (json == null || !json.isObject()) {
      throw wrong(at, "must be an object with " + sorted(fields));
    }
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                throw wrong(at + "/" + field, "is not a field here; there are " + sorted(fields));
              }
            });
  }

  private static String sorted(Set<String> fields) {
    return String.join(", ", fields.stream().sorted().toList());
  }

  private IllegalArgumentException wrong(String pointer, String demand) {
    return new IllegalArgumentException(file + ": " + pointer + " " + demand);
  }
}
