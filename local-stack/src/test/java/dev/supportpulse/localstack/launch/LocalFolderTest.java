package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFolderTest {

  @TempDir Path checkout;

  private LocalFolder folder;

  @BeforeEach
  void createFolder() {
    folder = new LocalFolder(checkout);
    folder.create();
  }

  @Test
  void onlyItsOwnerCanEnter() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(checkout.resolve(".local"))))
        .isEqualTo("rwx------");
  }

  @Test
  void keepsAnchorAndKeysFromTheFirstStartOn() throws Exception {
    Instant anchor = folder.anchor();
    String key = folder.digestKey();
    String pseudonymKeys = Files.readString(folder.pseudonymKeys());

    LocalFolder later = new LocalFolder(checkout);
    later.create();

    assertThat(anchor).isBeforeOrEqualTo(Instant.now());
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(later.anchor()).isEqualTo(anchor);
    assertThat(later.digestKey()).isEqualTo(key);
    assertThat(pseudonymKeys).matches("k1:[0-9a-f]{64}\n");
    assertThat(later.pseudonymKeys()).hasContent(pseudonymKeys);
  }

  @Test
  void forgetsDataAndKeepsLogs() throws Exception {
    String key = folder.digestKey();
    folder.markSamplesReplayed();
    Path log = folder.newLog("broker");
    Files.writeString(log, "a line");

    folder.forget();
    folder.create();

    assertThat(folder.samplesReplayed()).isFalse();
    assertThat(folder.digestKey()).isNotEqualTo(key);
    assertThat(log).hasContent("a line");
  }

  @Test
  void keepsTheLogOfTheRunBefore() throws Exception {
    Files.writeString(folder.newLog("broker"), "first run");

    Path log = folder.newLog("broker");

    assertThat(log).doesNotExist();
    assertThat(log.resolveSibling("broker.previous.log")).hasContent("first run");
  }
}
