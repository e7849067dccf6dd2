package dev.supportpulse.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.intake.submission.Fault;
import dev.supportpulse.intake.submission.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that means the same to everyone (I-JSON, RFC 7493): UTF-8, no name twice in an object,
 * no NUL or lone surrogate, no number that a double can't hold, no nesting beyond the limit.
 *
 * <p>A fault spoils only the event that has it; the others of a batch are read. Only a body that is
 * not JSON is refused whole.
 */
public final class StrictJson {

  /** Beyond this the reader gives up on the body, however deep an event may be. */
  private static final int MAX_NESTING_OF_BODY = 500;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING_OF_BODY).build())
          .build();

  private final JsonLimits limits;

  public StrictJson(JsonLimits limits) {
    this.limits = limits;
  }

  /**
   * One value of the body, and what is wrong with it.
   *
   * @param node as much as could be read
   */
  public record Item(JsonNode node, @Nullable Fault fault) {}

  /** Whether the body is a JSON array, as far as its first character tells. */
  public static boolean looksLikeArray(byte[] body) {
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        return b == '[';
      }
    }
    return false;
  }

  /**
   * Reads a body of one value.
   *
   * @throws NotJson if it is not JSON
   */
  public Item read(byte[] body) throws NotJson {
    return parse(
        body,
        parser -> {
          if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "Expected a value");
          }
          Item item = item(parser, false);
          requireEnd(parser);
          return item;
        });
  }

  /**
   * Reads a body that is an array, value by value.
   *
   * @return at most one value more than a batch may have
   * @throws NotJson if it is not JSON, or not an array
   */
  public List<Item> readArray(byte[] body) throws NotJson {
    return parse(
        body,
        parser -> {
          if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new JsonParseException(parser, "Expected an array of events");
          }
          List<Item> items = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(item(parser, true));
            if (items.size() > limits.events()) {
              return items;
            }
          }
          requireEnd(parser);
          return items;
        });
  }

  private Item item(JsonParser parser, boolean element) throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    TreeReader reader = new TreeReader(parser, element, limits.nesting());
    JsonNode node = reader.read();
    long size = parser.currentLocation().getByteOffset() - start;
    if (size > limits.eventBytes()) {
      return new Item(
          node,
          new Fault(
              Reason.EVENT_TOO_LARGE,
              "",
              "has %d bytes; at most %d are taken: shorten its texts"
                  .formatted(size, limits.eventBytes())));
    }
    return new Item(node, reader.fault());
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "Expected nothing after the first value");
    }
  }

  private static <T> T parse(byte[] body, Body<T> reading) throws NotJson {
    if (!Utf8.isValid(body)) {
      throw notJson(Reason.NOT_JSON, "is not UTF-8: encode the body as UTF-8");
    }
    try (JsonParser parser = FACTORY.createParser(body)) {
      return reading.read(parser);
    } catch (StreamConstraintsException e) {
      throw notJson(Reason.TOO_COMPLEX, "exceeds what can be read: " + e.getOriginalMessage());
    } catch (JsonParseException e) {
      throw notJson(
          Reason.NOT_JSON,
          "is not JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static NotJson notJson(Reason reason, String message) {
    return new NotJson(new Fault(reason, "", message));
  }

  @FunctionalInterface
  private interface Body<T> {
    T read(JsonParser parser) throws IOException;
  }
}
