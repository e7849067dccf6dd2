package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.Repeating;
import dev.supportpulse.classifier.config.LearningConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date as soon as the database is there, and looks whether it is there from
 * then on.
 */
@ApplicationScoped
public class DatabaseWatch {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

  private static final int ANSWER_LIMIT_SECONDS = 2;
  private static final String THERE = "the database is there";
  private static final String AWAY = "the database can't be asked: nothing is learned meanwhile";

  private final Flyway flyway;
  private final AgroalDataSource dataSource;
  private final Repeating looking;
  private volatile boolean migrated;
  private volatile String state = "";

  DatabaseWatch(Flyway flyway, AgroalDataSource dataSource, LearningConfig config) {
    this.flyway = flyway;
    this.dataSource = dataSource;
    this.looking = new Repeating("database-watch", config.poll(), this::look);
  }

  void begin(@Observes StartupEvent event) {
    looking.start();
  }

  void stop(@Observes ShutdownEvent event) {
    looking.close();
  }

  /** Whether the tables are as this version wants them. */
  boolean isMigrated() {
    return migrated;
  }

  /** Whether it answered when it was asked last. */
  boolean isThere() {
    return state.equals(THERE);
  }

  private void look() {
    String before = state;
    state = stateNow();
    if (!state.equals(before)) {
      LOG.info(state);
    }
  }

  private String stateNow() {
    try (Connection connection = dataSource.getConnection()) {
      if (!connection.isValid(ANSWER_LIMIT_SECONDS)) {
        return AWAY;
      }
      if (!migrated) {
        flyway.migrate();
        migrated = true;
      }
      return THERE;
    } catch (SQLException | RuntimeException e) {
      return AWAY + " (" + e.getMessage() + ")";
    }
  }
}
