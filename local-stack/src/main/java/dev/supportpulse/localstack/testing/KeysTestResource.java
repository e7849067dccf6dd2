package dev.supportpulse.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closes the service to all but the holders of {@link TestKey}s, by a file of keys that is mounted
 * as Kubernetes mounts a secret; a test's field of this type receives it.
 */
public final class KeysTestResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable TemporaryFolder folder;
  private int mounted;

  /** The keys that there are; each is for the project {@code demo}, unless its name says more. */
  public enum TestKey {
    EMITTER("demo"),
    VIEWER("demo"),
    OPERATOR("demo"),
    ADMIN("demo"),
    VIEWER_OF_ALL("*"),
    /** Takes two tokens an hour, three at once. */
    LIMITED_EMITTER("demo");

    private final String project;

    TestKey(String project) {
      this.project = project;
    }

    /** The value of the header {@code Authorization}. */
    public String bearer() {
      return "Bearer " + text();
    }

    /** What the audit and the logs call it. */
    public String id() {
      return sha256(name()).substring(0, 12);
    }

    private String text() {
      return "sp_" + id() + "_" + sha256("secret of " + name());
    }

    private String role() {
      return this == LIMITED_EMITTER ? EMITTER.name() : name().replaceFirst("_OF_ALL$", "");
    }

    private String json() {
      return """
      {"id": "%s", "name": "%s", "role": "%s", "projects": ["%s"], "hash": "%s"%s}"""
          .formatted(
              id(),
              name(),
              role(),
              project,
              sha256(text()),
              this == LIMITED_EMITTER ? ", \"quota\": \"2/h burst 3\"" : "");
    }
  }

  @Override
  public Map<String, String> start() {
    TemporaryFolder newFolder = TemporaryFolder.create("keys");
    folder = newFolder;
    mount(TestKey.values());
    try {
      Path file = newFolder.path().resolve("keys.json");
      Files.createSymbolicLink(file, Path.of("..data", "keys.json"));
      return Map.of(
          "supportpulse.access.keys-file",
          file.toString(),
          "supportpulse.access.reload-every",
          "PT0.1S");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file with only these keys in the place of the one before, by a link that is swapped. */
  public void mount(TestKey... keys) {
    Path root = Objects.requireNonNull(folder, "not started").path();
    try {
      Path version = Files.createDirectory(root.resolve(".." + mounted++));
      Files.writeString(
          version.resolve("keys.json"),
          Arrays.stream(keys)
              .map(TestKey::json)
              .collect(Collectors.joining(",\n", "{\"keys\": [", "]}")));
      Path link = Files.createSymbolicLink(root.resolve("..data_tmp"), version.getFileName());
      Files.move(link, root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(KeysTestResource.class));
  }

  @Override
  public void stop() {
    if (folder != null) {
      folder.close();
    }
  }
}
