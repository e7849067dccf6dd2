package dev.supportpulse.metrics.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.metrics.tally.Amount;
import dev.supportpulse.metrics.tally.Measure;
import dev.supportpulse.metrics.tally.MeasureKey;
import dev.supportpulse.metrics.tally.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** A tally in a jsonb column: {@code {"COST USD/FIXED": [1, "50000"]}}. */
final class TallyJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TallyJson() {}

  static String write(Tally tally) {
    StringWriter json = new StringWriter();
    try (JsonGenerator generator = MAPPER.createGenerator(json)) {
      generator.writeStartObject();
      for (Map.Entry<MeasureKey, Amount> entry : tally.amounts().entrySet()) {
        generator.writeArrayFieldStart(name(entry.getKey()));
        generator.writeNumber(entry.getValue().n());
        generator.writeString(entry.getValue().sum().toPlainString());
        generator.writeEndArray();
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a tally can't be written", e);
    }
    return json.toString();
  }

  private static String name(MeasureKey key) {
    return key.detail().isEmpty() ? key.measure().name() : key.measure() + " " + key.detail();
  }

  static Tally read(String json) {
    try {
      TreeMap<MeasureKey, Amount> amounts = new TreeMap<>();
      for (Map.Entry<String, JsonNode> field : MAPPER.readTree(json).properties()) {
        String[] name = field.getKey().split(" ", 2);
        JsonNode pair = field.getValue();
        amounts.put(
            Measure.valueOf(name[0]).of(name.length == 1 ? "" : name[1]),
            new Amount(pair.get(0).asLong(), new BigDecimal(pair.get(1).asText())));
      }
      return new Tally(amounts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tally in the database can't be read", e);
    }
  }
}
