package dev.supportpulse.classifier.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.service.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads fields of a JSON object; what is wrong is answered with a problem that names the field. */
record RequestBody(JsonNode json, String pointer) {

  /**
   * A JSON object.
   *
   * @param pointer JSON Pointer of the object within the body
   * @throws ProblemException if it is none
   */
  static RequestBody object(@Nullable JsonNode json, String pointer) {
    if (json == null || !json.isObject()) {
      throw ProblemException.invalid(pointer, "must be a JSON object");
    }
    return new RequestBody(json, pointer);
  }

  /**
   * A text that must be there.
   *
   * @throws ProblemException if it is missing, blank or no string
   */
  String text(String field) {
    String text = optionalText(field);
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid(
          pointer + "/" + field, "is required and must be a string that is not blank");
    }
    return text;
  }

  /**
   * A text that may be absent.
   *
   * @throws ProblemException if it is there but no string
   */
  @Nullable String optionalText(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ProblemException.invalid(pointer + "/" + field, "must be a string");
    }
    return value.textValue();
  }

  /**
   * A text that must be there and mayn't be longer than that.
   *
   * @throws ProblemException if it is missing, blank, no string or too long
   */
  String text(String field, int most) {
    String text = text(field);
    requireAtMost(field, text, most);
    return text;
  }

  /**
   * A text that may be absent but not be longer than that; a blank one is absent.
   *
   * @throws ProblemException if it is no string or too long
   */
  @Nullable String optionalText(String field, int most) {
    String text = optionalText(field);
    if (text == null || text.isBlank()) {
      return null;
    }
    requireAtMost(field, text, most);
    return text;
  }

  private void requireAtMost(String field, String text, int most) {
    if (text.length() > most) {
      throw ProblemException.invalid(
          pointer + "/" + field, "must have at most " + most + " characters: shorten it");
    }
    if (text.indexOf('\0') >= 0) {
      throw ProblemException.invalid(pointer + "/" + field, "must not hold the character U+0000");
    }
  }

  /**
   * Texts, none if they are absent.
   *
   * @throws ProblemException if it is no array, has more than that, or holds what is no string
   */
  List<String> optionalTexts(String field, int most) {
    JsonNode values = json.path(field);
    if (values.isMissingNode() || values.isNull()) {
      return List.of();
    }
    if (!values.isArray() || values.size() > most) {
      throw ProblemException.invalid(
          pointer + "/" + field, "must be an array of at most " + most + " strings");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isTextual()) {
        throw ProblemException.invalid(pointer + "/" + field + "/" + i, "must be a string");
      }
      texts.add(values.get(i).textValue());
    }
    return texts;
  }

  /**
   * One of the values of an enum.
   *
   * @throws ProblemException if it is missing or none of them
   */
  <E extends Enum<E>> E value(String field, Class<E> type) {
    E value = optionalValue(field, type);
    if (value == null) {
      throw ProblemException.invalid(pointer + "/" + field, "is required: " + oneOf(type));
    }
    return value;
  }

  /**
   * One of the values of an enum; null if it is absent.
   *
   * @throws ProblemException if it is none of them
   */
  <E extends Enum<E>> @Nullable E optionalValue(String field, Class<E> type) {
    String text = optionalText(field);
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid(pointer + "/" + field, oneOf(type)));
  }

  private static String oneOf(Class<? extends Enum<?>> type) {
    return "must be one of "
        + Arrays.stream(type.getEnumConstants())
            .map(value -> value.name())
            .collect(Collectors.joining(", "));
  }

  /**
   * An object within the object.
   *
   * @throws ProblemException if it is missing or none
   */
  RequestBody object(String field) {
    return object(json.get(field), pointer + "/" + field);
  }

  /**
   * Nothing, if there are no other fields than these.
   *
   * @throws ProblemException naming one that there is
   */
  void allowOnly(Set<String> fields) {
    json.fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                throw ProblemException.invalid(
                    pointer + "/" + field,
                    "is not a field of this body; its fields are "
                        + String.join(", ", new TreeSet<>(fields)));
              }
            });
  }
}
