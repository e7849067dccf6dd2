package dev.supportpulse.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one value into a tree, numbers digit by digit, and remembers the first fault in it. */
final class TreeReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Any decimal of so many digits survives a double, if it is neither huge nor tiny. */
  private static final int DIGITS_OF_A_DOUBLE = 15;

  private static final int MAX_EXPONENT = 300;

  private final JsonParser parser;
  private final boolean element;
  private final int maxNesting;
  private @Nullable Fault fault;

  /**
   * @param parser stands at the value
   * @param element whether the value is an element of an array, so that pointers begin with its
   *     index
   */
  TreeReader(JsonParser parser, boolean element, int maxNesting) {
    this.parser = parser;
    this.element = element;
    this.maxNesting = maxNesting;
  }

  /** The first fault, null if there was none. */
  @Nullable Fault fault() {
    return fault;
  }

  /** The value that the parser stands at; afterwards it stands at its end. */
  JsonNode read() throws IOException {
    return value(0);
  }

  private JsonNode value(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT, START_ARRAY -> {
        if (depth == maxNesting) {
          note(Reason.TOO_COMPLEX, "is nested deeper than %d levels: flatten it".formatted(depth));
          parser.skipChildren();
          yield NODES.nullNode();
        }
        yield token == JsonToken.START_OBJECT ? object(depth + 1) : array(depth + 1);
      }
      case VALUE_STRING -> NODES.textNode(checked(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = checked(parser.currentName());
      if (object.has(name)) {
        note(Reason.DUPLICATE_KEY, "is given twice: give it once");
      }
      parser.nextToken();
      object.set(name, value(depth));
    }
    return object;
  }

  private ArrayNode array(int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(depth));
    }
    return array;
  }

  private JsonNode number() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      return NODES.numberNode(parser.getIntValue());
    }
    BigDecimal value = decimal();
    if (value == null || !survivesDouble(value)) {
      note(
          Reason.INEXACT_NUMBER,
          "is larger or more precise than a double can hold: send it as a string");
      return NODES.numberNode(0);
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return NODES.numberNode(value.toBigIntegerExact());
    }
    return DecimalNode.valueOf(value);
  }

  /** Null for an exponent that no decimal has. */
  private @Nullable BigDecimal decimal() throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Whether the nearest double differs by less than one in the last digit that is given: then the
   * decimal is how somebody writes that double. (Rounding instead would refuse what {@link
   * Double#toString(double)} wrote before Java 19.)
   */
  private static boolean survivesDouble(BigDecimal value) {
    long magnitude = Math.abs((long) value.precision() - value.scale());
    if (value.precision() <= DIGITS_OF_A_DOUBLE && magnitude <= MAX_EXPONENT) {
      return true;
    }
    double nearest = value.doubleValue();
    if (nearest == 0 || Double.isInfinite(nearest)) {
      return false;
    }
    BigDecimal difference = value.subtract(new BigDecimal(nearest)).abs();
    return difference.compareTo(value.stripTrailingZeros().ulp()) < 0;
  }

  private String checked(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        note(Reason.INVALID_TEXT, "holds the character NUL: leave it out");
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        note(Reason.INVALID_TEXT, "holds half of a surrogate pair: send whole characters");
      }
    }
    return text;
  }

  private void note(Reason reason, String message) {
    if (fault == null) {
      fault = new Fault(reason, pointer(), message);
    }
  }

  private String pointer() {
    JsonPointer pointer = parser.getParsingContext().pathAsPointer(false);
    return (element ? pointer.tail() : pointer).toString();
  }
}
