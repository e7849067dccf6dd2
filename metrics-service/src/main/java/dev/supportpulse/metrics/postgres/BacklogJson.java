package dev.supportpulse.metrics.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.metrics.tally.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A case's changes of the backlog in a jsonb column: {@code {"2026-03-01T10:00:00Z": [1, "1"]}}.
 */
final class BacklogJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private BacklogJson() {}

  static String write(NavigableMap<Instant, Amount> changes) {
    ObjectNode json = MAPPER.createObjectNode();
    changes.forEach(
        (minute, change) ->
            json.putArray(minute.toString()).add(change.n()).add(change.sum().toPlainString()));
    return json.toString();
  }

  static NavigableMap<Instant, Amount> read(String json) {
    try {
      NavigableMap<Instant, Amount> changes = new TreeMap<>();
      for (Map.Entry<String, JsonNode> field : MAPPER.readTree(json).properties()) {
        JsonNode pair = field.getValue();
        changes.put(
            Instant.parse(field.getKey()),
            new Amount(pair.get(0).asLong(), new BigDecimal(pair.get(1).asText())));
      }
      return changes;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a case's backlog in the database can't be read", e);
    }
  }
}
