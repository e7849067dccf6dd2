package dev.supportpulse.service.access.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.service.access.ApiKey;
import dev.supportpulse.service.access.Identification;
import dev.supportpulse.service.access.KeyFile;
import dev.supportpulse.service.access.KeyRing;
import dev.supportpulse.service.access.Quota;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("keys.json");

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    file = folder.resolve("new").resolve("keys.json");
  }

  @Test
  void aKeyIsPrintedOnceAndOnlyItsHashIsKept() throws IOException {
    assertThat(
            run(
                "create forum --role emitter --project demo --project books --quota 100/s --expires P90D"))
        .isTrue();

    String key = out.toString(StandardCharsets.UTF_8).strip();
    assertThat(key).matches("sp_[0-9a-f]{12}_[0-9a-f]{64}");
    assertThat(Files.readString(file)).doesNotContain(key.substring(16));
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    ApiKey kept = ring().keys().get(0);
    assertThat(kept.name()).isEqualTo("forum");
    assertThat(kept.role()).isEqualTo(Role.EMITTER);
    assertThat(kept.scope()).isEqualTo(Scope.of(List.of("demo", "books")));
    assertThat(kept.quota()).isEqualTo(Quota.parse("100/s"));
    assertThat(kept.expires()).isEqualTo("2026-05-02T00:00:00Z");
    assertThat(ring().identify(key, NOW)).isInstanceOf(Identification.Known.class);
  }

  @Test
  void aRevokedKeyIsGoneAndTheOthersStay() throws IOException {
    run("create one --role VIEWER --project *");
    run("create two --role VIEWER --project *");
    String id = ring().keys().get(0).id();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(run("revoke " + id)).isTrue();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");

    assertThat(ring().keys()).extracting(ApiKey::name).containsExactly("two");
  }

  @Test
  void keysAreListedWithoutAnythingSecret() throws IOException {
    run("create forum --role VIEWER --project demo --expires PT1S");
    String key = out.toString(StandardCharsets.UTF_8).strip();
    out.reset();

    assertThat(run("list")).isTrue();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(ring().keys().get(0).id(), "VIEWER", "demo", "2026-02-01T00:00:01Z", "forum")
        .doesNotContain(key.substring(16))
        .doesNotContain(ring().keys().get(0).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          make                                              | 'make' is not understood
          create                                            | name the key
          create forum --project demo                       | --role is missing
          create forum --role OWNER --project demo          | --role is one of
          create forum --role VIEWER                        | --project is missing
          create forum --role VIEWER --project Demo         | 'Demo'
          create forum --role VIEWER --project d --quota 1  | '1' is no quota
          create forum --role VIEWER --project d --expires 90 | --expires is a duration
          create forum --role VIEWER --project              | --project needs a value
          list --role VIEWER                                | '--role' is not understood
          revoke 0123456789ab                               | there is no key 0123456789ab
          """)
  void whatIsWrongIsToldAndNothingIsWritten(String arguments, String told) {
    assertThat(run(arguments)).isFalse();

    assertThat(err.toString(StandardCharsets.UTF_8)).contains(told);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aBrokenFileIsLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(file, "{");

    assertThat(run("create forum --role VIEWER --project demo")).isFalse();

    assertThat(Files.readString(file)).isEqualTo("{");
  }

  private boolean run(String arguments) {
    Keys keys =
        new Keys(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new SecureRandom(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return keys.run(file, List.of(arguments.split(" ")));
  }

  private KeyRing ring() throws IOException {
    return KeyFile.parse(Files.readAllBytes(file));
  }
}
