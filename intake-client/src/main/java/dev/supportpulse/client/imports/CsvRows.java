package dev.supportpulse.client.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) with a header; blank lines are passed over. */
final class CsvRows implements Rows {

  private final Iterator<CsvRecord> records;
  private final CsvColumns columns;
  private long lastRead;

  /**
   * Reads the header.
   *
   * @throws ImportStopped if there is none, or the mapping doesn't fit it
   */
  CsvRows(InputStream in, Mapping mapping) throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.records =
        CsvReader.builder()
            .fieldSeparator(mapping.separator())
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(reader)
            .iterator();
    CsvRecord header = read();
    if (header == null) {
      throw new ImportStopped("the file is empty: its first line must name the columns");
    }
    this.columns = new CsvColumns(header.getFields(), mapping);
  }

  @Override
  public @Nullable Row next() throws IOException {
    CsvRecord row = read();
    if (row == null) {
      return null;
    }
    long number = row.getStartingLineNumber();
    if (row.getFieldCount() != columns.count()) {
      return new Row.Unreadable(
          number,
          RowFault.invalid(
              "",
              "the row has %d cells, the header %d"
                  .formatted(row.getFieldCount(), columns.count())));
    }
    return columns.event(number, row.getFields());
  }

  private @Nullable CsvRecord read() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord row = records.next();
      lastRead = row.getStartingLineNumber();
      return row;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new ImportStopped(
            "behind line %d the file is not UTF-8: convert it, as with iconv -f GB18030 -t UTF-8"
                .formatted(lastRead),
            e);
      }
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new ImportStopped(
          "behind line %d the file is no CSV: %s".formatted(lastRead, e.getMessage()), e);
    }
  }
}
