package dev.supportpulse.metrics.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * New rows by {@code copy … from stdin (format binary)}, column by column: nothing is written as
 * text to be read again, PostgreSQL fills a page with many rows at once, and it works on the first
 * rows while the last ones are still being written here.
 *
 * <p>Format: PostgreSQL 18, chapter "COPY", "Binary Format".
 */
final class BinaryCopy implements AutoCloseable {

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final short END = -1;
  private static final int NULL = -1;
  private static final byte JSONB_VERSION = 1;
  private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
  private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");
  private static final int BUFFER_BYTES = 64 * 1024;

  private final CopyIn copy;
  private final short columns;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  /** Begins to write those columns of a table. */
  BinaryCopy(Connection connection, String table, List<String> columns) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy %s (%s) from stdin (format binary)"
                    .formatted(table, String.join(", ", columns)));
    this.columns = (short) columns.size();
    buffer.put(HEADER);
  }

  /** Begins a row; the values of all columns follow. */
  BinaryCopy row() throws SQLException {
    reserve(Short.BYTES).putShort(columns);
    return this;
  }

  /** {@code text}. */
  BinaryCopy text(@Nullable Object value) throws SQLException {
    return bytes(value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** {@code bytea}. */
  BinaryCopy bytes(byte @Nullable [] value) throws SQLException {
    if (value == null) {
      return missing();
    }
    reserve(Integer.BYTES).putInt(value.length);
    return raw(value);
  }

  /** {@code jsonb}, given as text. */
  BinaryCopy json(String value) throws SQLException {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    reserve(Integer.BYTES + 1).putInt(text.length + 1).put(JSONB_VERSION);
    return raw(text);
  }

  /** {@code bigint}. */
  BinaryCopy whole(@Nullable Long value) throws SQLException {
    if (value == null) {
      return missing();
    }
    reserve(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  /** {@code timestamptz}. */
  BinaryCopy instant(@Nullable Instant value) throws SQLException {
    return whole(value == null ? null : ChronoUnit.MICROS.between(TIME_ZERO, value));
  }

  /** {@code date}. */
  BinaryCopy date(@Nullable LocalDate value) throws SQLException {
    if (value == null) {
      return missing();
    }
    reserve(2 * Integer.BYTES)
        .putInt(Integer.BYTES)
        .putInt(Math.toIntExact(ChronoUnit.DAYS.between(DAY_ZERO, value)));
    return this;
  }

  /** {@code boolean}. */
  BinaryCopy bool(boolean value) throws SQLException {
    reserve(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** Ends the last row; all of them are there. */
  void end() throws SQLException {
    reserve(Short.BYTES).putShort(END);
    send();
    copy.endCopy();
  }

  /** Gives up what wasn't ended. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private BinaryCopy missing() throws SQLException {
    reserve(Integer.BYTES).putInt(NULL);
    return this;
  }

  private BinaryCopy raw(byte[] value) throws SQLException {
    if (value.length > BUFFER_BYTES) {
      send();
      copy.writeToCopy(value, 0, value.length);
    } else {
      reserve(value.length).put(value);
    }
    return this;
  }

  private ByteBuffer reserve(int bytes) throws SQLException {
    if (buffer.remaining() < bytes) {
      send();
    }
    return buffer;
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
