package dev.supportpulse.classifier.postgres;

import dev.supportpulse.localstack.Postgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database that a test may kill and start again where it was. */
public final class RestartableDatabase implements QuarkusTestResourceLifecycleManager {

  private @Nullable Path folder;
  private @Nullable Postgres postgres;
  private int port;

  @Override
  public Map<String, String> start() {
    try {
      Path newFolder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "database");
      folder = newFolder;
      Postgres first = Postgres.start(newFolder, 0);
      port = first.port();
      postgres = first;
      return Map.of(
          "quarkus.datasource.jdbc.url", first.jdbcUrl(),
          "quarkus.datasource.username", Postgres.NAME,
          "quarkus.datasource.password", Postgres.NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does. */
  void kill() {
    Objects.requireNonNull(postgres, "not started").kill();
  }

  /** On the same port, with what it had. */
  void startAgain() {
    postgres = Postgres.start(Objects.requireNonNull(folder, "not started"), port);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(RestartableDatabase.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
