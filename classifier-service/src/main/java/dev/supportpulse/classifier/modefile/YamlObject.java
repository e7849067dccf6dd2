package dev.supportpulse.classifier.modefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of one object of a rule set; what is wrong is a {@link RuleFault} that names the
 * field.
 *
 * @param file its name, for messages
 * @param at JSON Pointer of the object
 * @param rule the name of the rule that it belongs to; null if it belongs to none
 */
record YamlObject(String file, String at, @Nullable String rule, JsonNode json) {

  /** Digits of an amount, and those after its point. */
  private static final int MOST_DIGITS = 20;

  private static final int MOST_SCALE = 10;

  /** The object; a field beside those named is a fault, because it would be ignored silently. */
  YamlObject only(String... fields) {
    List<String> known = Arrays.stream(fields).sorted().toList();
    if (!json.isObject()) {
      throw fault("", "must be an object of " + String.join(", ", known));
    }
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                throw fault(field, "is not a field here; there are " + String.join(", ", known));
              }
            });
    return this;
  }

  boolean has(String field) {
    return json.has(field);
  }

  YamlObject object(String field) {
    if (!has(field)) {
      throw fault(field, "is required");
    }
    return new YamlObject(file, pointer(field), rule, json.path(field));
  }

  /** A part that may be left out. */
  <T> @Nullable T optional(String field, Function<YamlObject, T> reading) {
    return has(field) ? reading.apply(object(field)) : null;
  }

  /** The items of a list. */
  List<YamlObject> items(String field, int most) {
    JsonNode list = list(field, most, "must be a list of 1 to " + most);
    YamlObject parent = object(field);
    return IntStream.range(0, list.size())
        .mapToObj(i -> new YamlObject(file, parent.pointer(Integer.toString(i)), rule, list.get(i)))
        .toList();
  }

  /** The same object, of a rule. */
  YamlObject of(String name) {
    return new YamlObject(file, at, name, json);
  }

  String text(String field, int most) {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > most) {
      throw fault(
          field,
          "is required: a text of at most " + most + " characters (a number stands in quotes)");
    }
    return value.textValue();
  }

  /** Different texts, at least one. */
  List<String> texts(String field, int most, String pattern, String demand) {
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode item : list(field, most, demand)) {
      String text = item.isTextual() ? item.textValue() : "";
      if (!text.matches(pattern) || !texts.add(text)) {
        throw fault(field + "/" + texts.size(), demand + ", none twice");
      }
    }
    return List.copyOf(texts);
  }

  <E extends Enum<E>> E value(String field, Class<E> type) {
    return value(json.path(field), field, type);
  }

  <E extends Enum<E>> Set<E> values(String field, Class<E> type) {
    Set<E> values = EnumSet.noneOf(type);
    int i = 0;
    for (JsonNode item :
        list(field, Integer.MAX_VALUE, "must be a list of some of " + names(type))) {
      values.add(value(item, field + "/" + i++, type));
    }
    return values;
  }

  /** ISO 8601, not negative. */
  Duration duration(String field) {
    String demand = "must be an ISO 8601 duration of at least PT0S, such as PT8H";
    try {
      Duration duration = Duration.parse(json.path(field).asText());
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw fault(field, demand);
    }
    throw fault(field, demand);
  }

  @Nullable Duration optionalDuration(String field) {
    return has(field) ? duration(field) : null;
  }

  /** A whole number of at least 1. */
  int count(String field) {
    JsonNode value = json.path(field);
    if (!value.isInt() || value.intValue() < 1) {
      throw fault(field, "must be a whole number of at least 1");
    }
    return value.intValue();
  }

  /** A number from 0 on. */
  BigDecimal number(String field, BigDecimal most) {
    JsonNode value = json.path(field);
    if (!value.isNumber()
        || value.decimalValue().signum() < 0
        || value.decimalValue().compareTo(most) > 0) {
      throw fault(field, "must be a number from 0 to " + most.toPlainString());
    }
    return value.decimalValue();
  }

  /** An exact amount, not negative. */
  BigDecimal amount(String field) {
    String demand = "must be an amount in quotes, not negative, such as \"0.25\"";
    JsonNode value = json.path(field);
    if (!value.isTextual() || !value.textValue().matches("[0-9]+(\\.[0-9]+)?")) {
      throw fault(field, demand);
    }
    BigDecimal amount = new BigDecimal(value.textValue());
    if (amount.precision() > MOST_DIGITS || amount.scale() > MOST_SCALE) {
      throw fault(field, "must have at most " + MOST_DIGITS + " digits");
    }
    return amount;
  }

  RuleFault fault(String field, String demand) {
    return new RuleFault(file, field.isEmpty() ? at : pointer(field), rule, demand);
  }

  private String pointer(String field) {
    return at + "/" + field;
  }

  private JsonNode list(String field, int most, String demand) {
    JsonNode list = json.path(field);
    if (!list.isArray() || list.isEmpty() || list.size() > most) {
      throw fault(field, demand);
    }
    return list;
  }

  private <E extends Enum<E>> E value(JsonNode value, String field, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(value.asText()))
        .findFirst()
        .orElseThrow(() -> fault(field, "must be one of " + names(type)));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.toString(type.getEnumConstants());
  }
}
