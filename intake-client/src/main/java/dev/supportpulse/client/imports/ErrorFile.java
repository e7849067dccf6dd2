package dev.supportpulse.client.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What wasn't accepted, a JSON object a line in the order of the rows. Rows are named by their
 * numbers; what is in them isn't copied, so that this file may be shown to others.
 */
final class ErrorFile implements Closeable {

  /** A row that wasn't accepted, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      long row,
      @Nullable String id,
      String status,
      @Nullable String code,
      @Nullable String field,
      @Nullable String message) {}

  private final FileChannel channel;
  private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();

  private ErrorFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens a file to go on behind so many bytes; what stands there is removed. */
  static ErrorFile open(Path path, long keep) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new ImportStopped("another import writes to " + path + ": wait for its end");
    }
    if (channel.size() < keep) {
      channel.close();
      throw new ImportStopped(
          path + " is shorter than the import left it: put it back, or say --restart");
    }
    channel.truncate(keep);
    channel.position(keep);
    return new ErrorFile(channel);
  }

  void add(Line line) throws IOException {
    unwritten.writeBytes(Json.ROWS.writeValueAsBytes(line));
    unwritten.write('\n');
  }

  /** Makes everything durable and tells how long the file is. */
  long flush() throws IOException {
    if (unwritten.size() > 0) {
      ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
      unwritten.reset();
    }
    return channel.position();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
