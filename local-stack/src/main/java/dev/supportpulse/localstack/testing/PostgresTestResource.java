package dev.supportpulse.localstack.testing;

import dev.supportpulse.localstack.Postgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database server on a free port; a test's field of type {@link Postgres} receives it. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable TemporaryFolder folder;
  private @Nullable Postgres postgres;

  @Override
  public Map<String, String> start() {
    TemporaryFolder newFolder = TemporaryFolder.create("postgres");
    folder = newFolder;
    Postgres newPostgres = Postgres.start(newFolder.path(), 0);
    postgres = newPostgres;
    return Map.of(
        "quarkus.datasource.jdbc.url", newPostgres.jdbcUrl(),
        "quarkus.datasource.username", Postgres.NAME,
        "quarkus.datasource.password", Postgres.NAME);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(postgres, new TestInjector.MatchesType(Postgres.class));
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
