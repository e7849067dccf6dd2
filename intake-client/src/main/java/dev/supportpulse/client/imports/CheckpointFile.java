package dev.supportpulse.client.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a checkpoint, whole whatever happens: a new one replaces the old one in one step. */
final class CheckpointFile {

  private final Path path;

  CheckpointFile(Path path) {
    this.path = path;
  }

  /**
   * What an earlier import left, null if nothing.
   *
   * @throws ImportStopped if it is no checkpoint
   */
  @Nullable Checkpoint read() throws IOException {
    if (!Files.exists(path)) {
      return null;
    }
    try {
      return Json.ROWS.readValue(path.toFile(), Checkpoint.class);
    } catch (JsonProcessingException e) {
      throw new ImportStopped(path + " is no state of an import: remove it, or say --restart", e);
    }
  }

  void write(Checkpoint checkpoint) throws IOException {
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer json = ByteBuffer.wrap(Json.ROWS.writeValueAsBytes(checkpoint));
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
