package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.background.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/** Runs plain SQL, for tables that are written in sets and read in sums. */
@ApplicationScoped
public class Jdbc {

  private final Database database;
  private final EntityManager entities;

  Jdbc(Database database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /**
   * Runs the work in a transaction of its own: committed whole, or not at all.
   *
   * @throws DatabaseAway if the database can't be asked now
   */
  <T> T run(Work<T> work) {
    return database.run(() -> entities.unwrap(Session.class).doReturningWork(work::run));
  }

  /** What is done within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
