package dev.supportpulse.service.access.command;

import dev.supportpulse.service.access.KeyFile;
import dev.supportpulse.service.access.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A file of keys that is replaced as a whole. Only its owner may read it, unless somebody changed
 * that: its permissions stay.
 */
record KeyStore(Path file) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** What it holds; no keys if there is no file. */
  KeyRing read() throws IOException {
    return Files.exists(file) ? KeyFile.parse(Files.readAllBytes(file)) : KeyRing.of(List.of());
  }

  /** Puts those keys in the place of what it held. */
  void write(KeyRing ring) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = Files.createDirectories(target.resolveSibling("").toAbsolutePath());
    Path draft =
        Files.createTempFile(
            folder, ".keys", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      if (Files.exists(target)) {
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
      }
      Files.write(draft, KeyFile.format(ring));
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
