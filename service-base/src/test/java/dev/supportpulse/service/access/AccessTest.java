package dev.supportpulse.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.service.access.Identification.Known;
import dev.supportpulse.service.access.Identification.Refused;
import dev.supportpulse.service.watch.FileWatch;
import dev.supportpulse.service.watch.WatchedFile;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Scope DEMO = Scope.of(List.of("demo"));

  @TempDir Path folder;

  @Test
  void theDefaultsAreThoseOfTheDesign() {
    AccessConfig config = config(Map.of());

    assertThat(config.mode()).isEqualTo(AccessMode.CLOSED);
    assertThat(config.keysFile()).isEmpty();
    assertThat(config.reloadEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.defaultQuota()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {LOOPBACK, "127.0.0.53", "localhost", "::1"})
  void withoutKeysItIsOpenOnLoopback(String host) {
    assertThat(access(Map.of(), host).isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void withoutKeysItRefusesToStartBeyondLoopbackAndNamesTheRemedies(String host) {
    assertThatThrownBy(() -> access(Map.of(), host))
        .hasMessageContaining("quarkus.http.host=" + host)
        .hasMessageContaining("supportpulse.access.keys-file")
        .hasMessageContaining("supportpulse.access=open");
  }

  @Test
  void openAccessIsTakenAtItsWord() {
    Access access = access(Map.of("supportpulse.access", "open"), "0.0.0.0");

    assertThat(access.identify(null)).isEqualTo(new Known(Caller.ANYONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed", "open"})
  void withKeysItIsClosedWhereverItListens(String mode) throws IOException {
    Path file = write(folder.resolve("keys.json"), Keys.FORUM);
    Map<String, String> settings =
        Map.of("supportpulse.access", mode, "supportpulse.access.keys-file", file.toString());

    for (String host : List.of(LOOPBACK, "0.0.0.0")) {
      Access access = access(settings, host);

      assertThat(access.isOpen()).isFalse();
      assertThat(access.identify(null)).isEqualTo(new Refused(Refusal.KEY_REQUIRED, null));
      assertThat(access.identify("Basic abc")).isEqualTo(new Refused(Refusal.KEY_REQUIRED, null));
      assertThat(access.identify("bearer  " + Keys.FORUM.text())).isInstanceOf(Known.class);
    }
  }

  @Test
  void aFileThatCannotBeReadStopsTheStart() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken"), "keys");

    for (Path file : List.of(broken, folder.resolve("missing"))) {
      assertThatThrownBy(
              () -> access(Map.of("supportpulse.access.keys-file", file.toString()), LOOPBACK))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void keysFollowTheLinksOfAMountedSecret() throws IOException {
    Path first =
        write(Files.createDirectory(folder.resolve("..1")).resolve("keys.json"), Keys.FORUM);
    Path second =
        write(Files.createDirectory(folder.resolve("..2")).resolve("keys.json"), Keys.OTHER);
    Files.setLastModifiedTime(second, Files.getLastModifiedTime(first));
    Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
    Path link = Files.createSymbolicLink(folder.resolve("keys.json"), Path.of("..data/keys.json"));
    WatchedFile<KeyRing> keys = watched(link);

    Path swap = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
    Files.move(swap, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    keys.reload();

    assertThat(keys.value().keys()).extracting(ApiKey::id).containsExactly(Keys.OTHER.id());
  }

  @Test
  void aBrokenNewFileKeepsTheOldKeysUntilItIsMended() throws IOException {
    Path file = write(folder.resolve("keys.json"), Keys.FORUM);
    WatchedFile<KeyRing> keys = watched(file);

    Files.writeString(file, "{");
    keys.reload();
    assertThat(keys.value().keys()).extracting(ApiKey::id).containsExactly(Keys.FORUM.id());

    Files.delete(file);
    keys.reload();
    assertThat(keys.value().keys()).extracting(ApiKey::id).containsExactly(Keys.FORUM.id());

    write(file, Keys.OTHER);
    keys.reload();
    assertThat(keys.value().keys()).extracting(ApiKey::id).containsExactly(Keys.OTHER.id());
  }

  @Test
  void theKeysOfSeveralFilesAreKeys() throws IOException {
    Path first = write(folder.resolve("one.json"), Keys.FORUM);
    Path second = write(folder.resolve("two.json"), Keys.OTHER);
    Access access = access(Map.of("supportpulse.access.keys-file", first + "," + second), LOOPBACK);

    for (KeyText key : List.of(Keys.FORUM, Keys.OTHER)) {
      assertThat(access.identify("Bearer " + key.text())).isInstanceOf(Identification.Known.class);
    }
    assertThat(access.identify("Bearer sp_0"))
        .isEqualTo(new Identification.Refused(Refusal.KEY_INVALID, null));
  }

  private static Path write(Path file, KeyText key) throws IOException {
    return Files.write(
        file, KeyFile.format(KeyRing.of(List.of(Keys.of(key, Role.VIEWER, DEMO, null)))));
  }

  private static WatchedFile<KeyRing> watched(Path file) {
    return new WatchedFile<>("supportpulse.access.keys-file", file, KeyFile::parse);
  }

  private static Access access(Map<String, String> settings, String host) {
    AccessConfig config = config(settings);
    return new Access(config, new FileWatch(config.reloadEvery()), host, Clock.systemUTC());
  }

  private static AccessConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredConverters()
        .withMapping(AccessConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(AccessConfig.class);
  }
}
