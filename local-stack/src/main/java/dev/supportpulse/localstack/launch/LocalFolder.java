package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Folders;
import dev.supportpulse.localstack.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code .local} of a checkout, which only its owner can enter: logs, what runs, and the
 * data that survives a restart.
 */
record LocalFolder(Path checkout) {

  private static final int KEY_BYTES = 32;

  private Path root() {
    return checkout.resolve(".local");
  }

  Path lock() {
    return root().resolve("lock");
  }

  StateFile state() {
    return new StateFile(root().resolve("processes"));
  }

  /**
   * Where the service that runs is.
   *
   * @throws Refusal if none runs
   */
  URI address(Service service) {
    return state().read().stream()
        .filter(process -> process.part().equals(service.label()))
        .filter(process -> process.running().isPresent())
        .findFirst()
        .map(process -> URI.create("http://127.0.0.1:" + process.port() + "/"))
        .orElseThrow(
            () ->
                new Refusal(
                    "no %s runs here; ./run starts it, or name one by --url"
                        .formatted(service.label())));
  }

  private Path data() {
    return root().resolve("data");
  }

  Path broker() {
    return data().resolve("broker");
  }

  Path database() {
    return data().resolve("database");
  }

  /** Creates it. */
  void create() {
    try {
      Files.createDirectories(root());
      Files.setPosixFilePermissions(root(), PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(root().resolve("logs"));
      Files.createDirectories(data());
    } catch (IOException e) {
      throw new Refusal("cannot write to " + root() + ": " + e + "; run as its owner", e);
    }
  }

  /** Forgets all data; logs stay. */
  void forget() {
    try {
      Folders.delete(data());
    } catch (IOException e) {
      throw new Refusal("cannot delete " + data() + ": " + e + "; delete it by hand", e);
    }
  }

  /** A log for one part of this run; the one of the run before is kept beside it. */
  Path newLog(String part) {
    Path log = root().resolve("logs").resolve(part + ".log");
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(part + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
      }
      return log;
    } catch (IOException e) {
      throw new Refusal("cannot write to " + log.getParent() + ": " + e, e);
    }
  }

  /** The instant that the samples end at: the first start on this data, the same ever after. */
  Instant anchor() {
    return Instant.parse(
        keep(data().resolve("anchor"), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  /** The key of this installation's digests, in hex, made at the first start. */
  String digestKey() {
    return keep(data().resolve("digest.key"), newKey());
  }

  /** The keys of this installation's pseudonyms, with their ids, the newest first, one a line. */
  Path pseudonymKeys() {
    Path file = data().resolve("pseudonym.keys");
    keep(file, "k1:" + newKey() + "\n");
    return file;
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /**
   * The key of the sample feeds, which {@code ./run} makes before it starts this where access is
   * closed; null if there is none.
   */
  @Nullable String samplesKey() {
    Path file = root().resolve("samples.key");
    try {
      return Files.exists(file) ? Files.readString(file).strip() : null;
    } catch (IOException e) {
      throw new Refusal("cannot read " + file + ": " + e + "; run as its owner", e);
    }
  }

  boolean samplesReplayed() {
    return Files.exists(samplesMark());
  }

  void markSamplesReplayed() {
    keep(samplesMark(), "The sample feeds were replayed.\n");
  }

  private Path samplesMark() {
    return data().resolve("samples-replayed");
  }

  /** What the file holds, and if there is none yet, what it shall hold. */
  private static String keep(Path file, String atFirst) {
    try {
      if (!Files.exists(file)) {
        // Whole or not at all, even when the machine stops in between.
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, atFirst, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Refusal("cannot keep " + file + ": " + e, e);
    }
  }
}
