package dev.supportpulse.intake.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a payload that knows where it is, so that what is missing is named. What is absent,
 * null, blank or of another kind is empty; only the {@code required…} methods insist.
 */
public final class Payload {

  private static final long MILLIS = 1000;

  private final JsonNode node;
  private final String pointer;

  private Payload(JsonNode node, String pointer) {
    this.node = node;
    this.pointer = pointer;
  }

  /**
   * The payload as a whole.
   *
   * @throws Malformed if it is no object
   */
  public static Payload of(JsonNode node) {
    if (!node.isObject()) {
      throw new Malformed("", "must be a JSON object");
    }
    return new Payload(node, "");
  }

  /** The object of that name; an empty one if there is none. */
  public Payload at(String name) {
    return new Payload(node.path(name), pointer + "/" + name);
  }

  /** The objects of the array of that name. */
  public List<Payload> each(String name) {
    List<Payload> elements = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      elements.add(new Payload(element, pointer + "/" + name + "/" + elements.size()));
    }
    return elements;
  }

  /** Whether it is an object with anything in it. */
  public boolean isPresent() {
    return node.isObject() && !node.isEmpty();
  }

  /** The node itself. */
  public JsonNode node() {
    return node;
  }

  /** The text of that name. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(node.path(name).textValue()).filter(text -> !text.isBlank());
  }

  /** The texts of the array of that name. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      if (element.isTextual() && !element.textValue().isBlank()) {
        texts.add(element.textValue());
      }
    }
    return texts;
  }

  /** Whether the text of that name is that one. */
  public boolean says(String name, String expected) {
    return expected.equals(node.path(name).textValue());
  }

  /** Whether the member of that name is {@code true}. */
  public boolean isTrue(String name) {
    return node.path(name).booleanValue();
  }

  /** The whole number of that name. */
  public Optional<Long> number(String name) {
    JsonNode number = node.path(name);
    return number.isIntegralNumber() && number.canConvertToLong()
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** The whole numbers of the array of that name. */
  public List<Long> numbers(String name) {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode element : node.path(name)) {
      if (element.isIntegralNumber() && element.canConvertToLong()) {
        numbers.add(element.longValue());
      }
    }
    return numbers;
  }

  /**
   * The time of that name: RFC 3339, or seconds since 1970 as a number.
   *
   * @throws Malformed if it is there and is neither
   */
  public Optional<Instant> time(String name) {
    JsonNode value = node.path(name);
    try {
      if (value.isNumber()) {
        return Optional.of(Instant.ofEpochMilli(Math.round(value.doubleValue() * MILLIS)));
      }
      return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new Malformed(pointer + "/" + name, "is not an RFC 3339 time: " + value, e);
    }
  }

  /**
   * The text of that name.
   *
   * @throws Malformed if there is none
   */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  /**
   * The whole number of that name.
   *
   * @throws Malformed if there is none
   */
  public long requiredNumber(String name) {
    return number(name).orElseThrow(() -> missing(name));
  }

  /**
   * The time of that name.
   *
   * @throws Malformed if there is none
   */
  public Instant requiredTime(String name) {
    return time(name).orElseThrow(() -> missing(name));
  }

  private Malformed missing(String name) {
    return new Malformed(
        pointer + "/" + name,
        "is missing: the hook takes the payloads that its connector's upstream system sends");
  }
}
