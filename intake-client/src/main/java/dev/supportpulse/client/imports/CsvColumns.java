package dev.supportpulse.client.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of a CSV file as fields of events. An empty cell is a field that is left out. */
final class CsvColumns {

  private static final String TIME = "time";
  private static final Pattern DOT = Pattern.compile("\\.");

  private final List<@Nullable String> fields = new ArrayList<>();
  private final Mapping mapping;

  /**
   * Columns under a mapping.
   *
   * @throws ImportStopped if a column is no field, or the mapping names none
   */
  CsvColumns(List<String> header, Mapping mapping) {
    this.mapping = mapping;
    Set<String> absent = new LinkedHashSet<>(mapping.columns().keySet());
    for (String column : header) {
      absent.remove(column);
      fields.add(mapping.columns().isEmpty() ? column.strip() : mapping.columns().get(column));
    }
    if (!absent.isEmpty()) {
      throw new ImportStopped("the file has no column " + absent + ", which the mapping names");
    }
    for (String field : fields) {
      requireField(field);
    }
    mapping.constants().keySet().forEach(CsvColumns::requireField);
  }

  private static void requireField(@Nullable String field) {
    if (field != null && !EventFields.isKnown(field)) {
      throw new ImportStopped(
          "'%s' is no field of an event: name the column as its field, such as data.text, or say"
                  .formatted(field)
              + " in a mapping what it is (docs/api/imports.md)");
    }
  }

  /** How many there are. */
  int count() {
    return fields.size();
  }

  /** The event of a row. */
  Row event(long number, List<String> cells) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.size(); i++) {
      String field = fields.get(i);
      if (field != null && !cells.get(i).isEmpty()) {
        set(event, field, mapping.value(field, cells.get(i)));
      }
    }
    for (Map.Entry<String, String> constant : mapping.constants().entrySet()) {
      if (event.at("/" + constant.getKey().replace('.', '/')).isMissingNode()) {
        set(event, constant.getKey(), constant.getValue());
      }
    }
    try {
      DateTimeFormatter pattern = mapping.timePattern();
      if (pattern != null && event.has(TIME)) {
        event.put(TIME, rfc3339(pattern, event.get(TIME).asText()));
      }
    } catch (DateTimeException e) {
      return new Row.Unreadable(
          number,
          RowFault.invalid("/" + TIME, "is not written as the mapping's timePattern has it"));
    }
    return new Row.Event(number, EventFields.typed(event));
  }

  private String rfc3339(DateTimeFormatter pattern, String text) {
    TemporalAccessor time =
        pattern.parseBest(text, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from);
    OffsetDateTime at =
        time instanceof LocalDateTime local
            ? local.atZone(mapping.timeZone()).toOffsetDateTime()
            : OffsetDateTime.from(time);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private static void set(ObjectNode event, String field, String value) {
    String[] path = DOT.split(field);
    ObjectNode parent = event;
    for (String name : Arrays.copyOf(path, path.length - 1)) {
      parent = parent.withObjectProperty(name);
    }
    parent.put(path[path.length - 1], value);
  }
}
