package dev.supportpulse.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The library that starts from text says what canonical is. */
class CanonicalJsonTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int TREES = 20_000;
  private static final long SEED = 20261122;
  private static final String CHARACTERS =
      "ab\u0000\u0001\u0008\t\n\u000b\f\r\u001f \"\\/<>&'\u007f\u0080\u00e9\u2028\u4e2d\ufeff\uffff";
  private static final List<String> SUPPLEMENTARY = List.of("\ud83d\ude00", "\ud800\udc00");

  private final Random random = new Random(SEED);

  @Test
  void every_tree_is_written_as_the_library_writes_its_text() throws IOException {
    for (int i = 0; i < TREES; i++) {
      JsonNode tree = object(3);

      assertThat(canonical(tree)).as(tree::toString).isEqualTo(expected(tree));
    }
  }

  @Test
  void the_golden_events_too() throws IOException {
    for (Golden golden : GoldenEvents.all()) {
      assertThat(canonical(golden.json())).isEqualTo(expected(golden.json()));
    }
  }

  @Test
  void of_some_members_those_that_are_there_are_written() {
    ObjectNode object = NODES.objectNode().put("c", 1).put("x", 2).put("a", 3);

    assertThat(CanonicalJson.ofMembers(object, List.of("a", "b", "c")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"a\":3,\"c\":1}");
    assertThat(CanonicalJson.ofMembers(NODES.objectNode(), List.of("a")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{}");
  }

  private static String canonical(JsonNode tree) {
    return new String(CanonicalJson.of(tree), StandardCharsets.UTF_8);
  }

  private static String expected(JsonNode tree) throws IOException {
    return new JsonCanonicalizer(tree.toString()).getEncodedString();
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.set(text(), value(depth));
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(BigInteger.valueOf(random.nextLong()));
      case 4 -> NODES.numberNode(new BigDecimal(Double.toString(finite())));
      case 5, 6 -> NODES.textNode(text());
      case 7 -> object(depth - 1);
      default -> array(depth - 1);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(depth));
    }
    return array;
  }

  /** Of any magnitude. */
  private double finite() {
    double any = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(any) ? any : random.nextInt(1000) / 100.0;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      if (random.nextInt(10) == 0) {
        text.append(SUPPLEMENTARY.get(random.nextInt(SUPPLEMENTARY.size())));
      } else {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
    }
    return text.toString();
  }
}
