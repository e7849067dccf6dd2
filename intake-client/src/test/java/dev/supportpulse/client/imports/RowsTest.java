package dev.supportpulse.client.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

  @TempDir Path folder;

  @Test
  void lines_are_events_and_what_is_none_is_named_by_its_number() throws IOException {
    String file =
        """
        {"id":"a","data":{"amount":"1.10","quantity":1.10}}

        {"id":"b"
        {"id":"c","id":"d"}
        ["e"]
        {"id":"f"} {"id":"g"}
        {"id":"\u5347\u7ea7"}""";
    List<Row> rows = all(new JsonLines(stream(file)));

    assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    assertThat(((Row.Event) rows.get(0)).event())
        .hasToString("{\"id\":\"a\",\"data\":{\"amount\":\"1.10\",\"quantity\":1.10}}");
    assertThat(((Row.Event) rows.get(5)).event().get("id").asText()).isEqualTo("升级");
    assertThat(rows.subList(1, 5))
        .allSatisfy(row -> assertThat(((Row.Unreadable) row).fault().code()).isEqualTo("NOT_JSON"))
        .noneSatisfy(row -> assertThat(row.toString()).contains("\"e\""));
  }

  @Test
  void a_line_that_never_ends_takes_no_memory() throws IOException {
    LineReader lines = new LineReader(stream("123456789\nabc\n12345"), 5);

    assertThat(lines.next()).asString().isEqualTo("12345");
    assertThat(lines.tooLong()).isTrue();
    assertThat(lines.next()).asString().isEqualTo("abc");
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.next()).asString().isEqualTo("12345");
    assertThat(lines.tooLong()).isFalse();
    assertThat(lines.next()).isNull();
  }

  @Test
  void columns_are_fields_and_become_what_the_schema_says() throws IOException {
    String csv =
        """
        type,time,data.text,data.ratings.overall,data.labels,data.helped
        survey.answered,2026-01-01T00:00:00Z,"Two lines,
        one ""cell\""",5,,
        feedback.submitted,2026-01-01T00:00:00Z,five,five,a; b,
        solution.outcome,2026-01-01T00:00:00Z,,,,true
        too,few
        """;
    List<Row> rows = all(new CsvRows(stream(csv), Mapping.NONE));

    assertThat(rows).extracting(Row::number).containsExactly(2L, 4L, 5L, 6L);
    assertThat(data(rows.get(0)))
        .isEqualTo("{\"text\":\"Two lines,\\none \\\"cell\\\"\",\"ratings\":{\"overall\":5}}");
    assertThat(data(rows.get(1)))
        .isEqualTo(
            "{\"text\":\"five\",\"ratings\":{\"overall\":\"five\"},\"labels\":[\"a\",\"b\"]}");
    assertThat(data(rows.get(2))).isEqualTo("{\"helped\":true}");
    assertThat(((Row.Unreadable) rows.get(3)).fault().message())
        .isEqualTo("the row has 2 cells, the header 6");
  }

  @Test
  void a_mapping_makes_events_of_a_foreign_export() throws IOException {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(
        file,
        """
        separator: ;
        columns: {Created: time, Score: data.ratings.overall, Mood: data.sentiment}
        constants: {type: feedback.submitted, data.channel: SURVEY}
        values: {data.sentiment: {good: POSITIVE}}
        timePattern: dd.MM.yyyy HH:mm
        timeZone: Europe/Berlin
        """);
    String csv =
        """
        Created;Agent;Score;Mood
        01.07.2026 09:30;Ann;4;good
        2026-07-01;Ann;4;good
        """;
    List<Row> rows = all(new CsvRows(stream(csv), Mapping.read(file)));

    assertThat(((Row.Event) rows.get(0)).event())
        .hasToString(
            "{\"time\":\"2026-07-01T09:30:00+02:00\",\"data\":{\"ratings\":{\"overall\":4},"
                + "\"sentiment\":\"POSITIVE\",\"channel\":\"SURVEY\"},\"type\":\"feedback.submitted\"}");
    assertThat(((Row.Unreadable) rows.get(1)).fault().field()).isEqualTo("/time");
  }

  @Test
  void a_column_that_is_no_field_is_refused_before_anything_is_sent() {
    assertThatThrownBy(() -> new CsvRows(stream("type,data.txet\n"), Mapping.NONE))
        .isInstanceOf(ImportStopped.class)
        .hasMessageContaining("'data.txet' is no field");
    assertThatThrownBy(() -> new CsvRows(stream(""), Mapping.NONE))
        .isInstanceOf(ImportStopped.class)
        .hasMessageContaining("must name the columns");
  }

  @Test
  void a_file_in_another_encoding_is_not_taken_for_utf_8() throws IOException {
    byte[] gb = "type,data.text\nfeedback.submitted,升级\n".getBytes(Charset.forName("GB18030"));

    assertThatThrownBy(() -> all(new CsvRows(new ByteArrayInputStream(gb), Mapping.NONE)))
        .isInstanceOf(ImportStopped.class)
        .hasMessageContaining("iconv -f GB18030 -t UTF-8");
    assertThat(all(new JsonLines(new ByteArrayInputStream(gb))))
        .allSatisfy(row -> assertThat(row).isInstanceOf(Row.Unreadable.class));
  }

  @Test
  void files_may_be_compressed_and_begin_with_a_byte_order_mark() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("\uFEFF{\"id\":\"a\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("history.jsonl.gz");
    Files.write(file, packed.toByteArray());

    try (SourceFile source = SourceFile.open(file)) {
      assertThat(all(new JsonLines(source.content()))).hasOnlyElementsOfType(Row.Event.class);
      assertThat(source.read()).isEqualTo(Files.size(file));
    }
  }

  private static String data(Row row) {
    return ((Row.Event) row).event().get("data").toString();
  }

  private static List<Row> all(Rows rows) throws IOException {
    List<Row> all = new ArrayList<>();
    for (Row row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    return all;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
