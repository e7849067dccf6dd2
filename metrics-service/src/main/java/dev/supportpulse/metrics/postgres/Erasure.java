package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.config.MaintenanceConfig;
import dev.supportpulse.metrics.ledger.Erasures;
import dev.supportpulse.metrics.reference.Change;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Erases a project, or unlinks a user of one.
 *
 * <p>First it is noted, together with the audit; from then on batches leave out whatever was
 * received before the end of the erasure. Then rows go, some at a time, each time with the project
 * alone, so that nobody is met. Then it is noted that it is done. Whatever is killed in between,
 * maintenance goes on with it.
 */
@ApplicationScoped
public class Erasure {

  private static final Logger LOG = Logger.getLogger(Erasure.class);

  /**
   * Every table, partitions one by one, with rows of projects. Buckets come last: as long as there
   * are cases, new targets could count into them.
   */
  private static final String TABLES_OF_PROJECTS =
      """
      select relname from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = current_schema()::regnamespace and relkind = 'r'
        and attname = 'project' and relname not in ('audit', 'erasure')
      order by relname like 'bucket%', relname
      """;

  private static final String TABLES_OF_USERS =
      """
      select relname from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = current_schema()::regnamespace and relkind = 'r'
        and attname = 'pseudonym' and relname <> 'erasure'
      order by relname
      """;

  private static final String DELETE =
      """
      delete from %1$s where ctid = any (array(
        select ctid from %1$s where project = ? limit ?))
      """;

  private static final String UNLINK =
      """
      update %1$s set pseudonym = null, source = '', id = ''%2$s where ctid = any (array(
        select ctid from %1$s where project = ? and pseudonym = ? limit ?))
      """;

  private final Transactions transactions;
  private final UpkeepLock lock;
  private final MaintenanceConfig config;
  private final Clock clock;

  Erasure(AgroalDataSource dataSource, UpkeepLock lock, MaintenanceConfig config, Clock clock) {
    this.transactions = new Transactions(dataSource);
    this.lock = lock;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Erases everything of a project but the audit.
   *
   * @return how many rows went; empty if maintenance or a rebuild is at work: maintenance will see
   *     to it then
   * @throws DatabaseException if the database failed; once it is noted, maintenance sees to it
   */
  public Optional<Long> ofProject(String project, Change change) {
    return erase(project, ErasureTable.WHOLE, change);
  }

  /**
   * Unlinks what is stored of a user, whom nobody can find then; figures stay.
   *
   * @return how many rows were unlinked; empty as above
   * @throws DatabaseException as above
   */
  public Optional<Long> ofUser(String project, String pseudonym, Change change) {
    return erase(project, pseudonym, change);
  }

  private Optional<Long> erase(String project, String pseudonym, Change change) {
    transactions.run(
        connection -> {
          ProjectLock.own(connection, project);
          ErasureTable.put(connection, project, pseudonym, null);
          return AuditTable.append(
              connection,
              project,
              pseudonym.equals(ErasureTable.WHOLE) ? "erase-project" : "erase-user",
              change);
        });
    return lock.tryHold(() -> finish(new Erasures.User(project, pseudonym)));
  }

  /**
   * Goes on with what was begun, and forgets users that were erased so long ago that no topic holds
   * anything of them. The caller holds the {@link UpkeepLock}.
   */
  void resume() {
    transactions.run(ErasureTable::unfinished).forEach(this::finish);
    transactions.run(
        connection ->
            ErasureTable.forget(connection, clock.instant().minus(config.erasedUsersRemembered())));
  }

  private long finish(Erasures.User erased) {
    String project = erased.project();
    boolean whole = erased.pseudonym().equals(ErasureTable.WHOLE);
    long rows = 0;
    for (String table : tables(whole ? TABLES_OF_PROJECTS : TABLES_OF_USERS)) {
      rows += inChunks(whole ? DELETE.formatted(table) : unlink(table), erased);
    }
    transactions.run(
        connection -> {
          ProjectLock.own(connection, project);
          return ErasureTable.put(connection, project, erased.pseudonym(), clock.instant());
        });
    LOG.infof("erased %s of %s: %d rows", whole ? "everything" : "a user", project, rows);
    return rows;
  }

  /** Conflicts have no account. */
  private static String unlink(String table) {
    return UNLINK.formatted(table, table.equals("conflict") ? "" : ", account = null");
  }

  private List<String> tables(String sql) {
    return transactions.run(
        connection -> {
          List<String> names = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              names.add(rows.getString(1));
            }
          }
          return names;
        });
  }

  private long inChunks(String sql, Erasures.User erased) {
    long all = 0;
    int rows;
    do {
      rows = transactions.run(connection -> chunk(connection, sql, erased));
      all += rows;
    } while (rows == config.chunkRows());
    return all;
  }

  private int chunk(Connection connection, String sql, Erasures.User erased) throws SQLException {
    ProjectLock.own(connection, erased.project());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setString(next++, erased.project());
      if (!erased.pseudonym().equals(ErasureTable.WHOLE)) {
        statement.setString(next++, erased.pseudonym());
      }
      statement.setInt(next, config.chunkRows());
      return statement.executeUpdate();
    }
  }
}
