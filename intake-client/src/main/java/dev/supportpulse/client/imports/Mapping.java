package dev.supportpulse.client.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a foreign export become events.
 *
 * @param columns the field of each column, such as {@code data.ratings.overall}; columns that
 *     aren't named are left out; empty: each column is called as its field
 * @param constants values of fields that the row doesn't set
 * @param values by field: what stands for what is in the file
 * @param separator between the cells
 * @param timePattern how {@code time} is written, as {@link DateTimeFormatter} has it; RFC 3339 if
 *     absent
 * @param timeZone where a time without an offset was written down
 */
record Mapping(
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values,
    char separator,
    @Nullable DateTimeFormatter timePattern,
    ZoneId timeZone) {

  /** Each column is called as its field. */
  static final Mapping NONE =
      new Mapping(Map.of(), Map.of(), Map.of(), ',', null, ZoneId.of("UTC"));

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** A mapping as a file holds it. */
  private record Sheet(
      @Nullable Map<String, String> columns,
      @Nullable Map<String, String> constants,
      @Nullable Map<String, Map<String, String>> values,
      @Nullable Character separator,
      @Nullable String timePattern,
      @Nullable @JsonProperty("timeZone") String zone) {}

  /**
   * Reads a mapping in YAML or JSON.
   *
   * @throws ImportStopped if it is none
   */
  static Mapping read(Path file) throws IOException {
    try {
      Sheet sheet = YAML.readValue(file.toFile(), Sheet.class);
      return new Mapping(
          orEmpty(sheet.columns()),
          orEmpty(sheet.constants()),
          orEmpty(sheet.values()),
          sheet.separator() == null ? NONE.separator : sheet.separator(),
          sheet.timePattern() == null
              ? null
              : DateTimeFormatter.ofPattern(sheet.timePattern(), Locale.ENGLISH),
          sheet.zone() == null ? NONE.timeZone : ZoneId.of(sheet.zone()));
    } catch (JsonProcessingException e) {
      throw new ImportStopped(file + " is no mapping: " + e.getOriginalMessage(), e);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ImportStopped(file + ": " + e.getMessage(), e);
    }
  }

  /** What the event says where the file says this. */
  String value(String field, String cell) {
    return values.getOrDefault(field, Map.of()).getOrDefault(cell, cell);
  }

  private static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
