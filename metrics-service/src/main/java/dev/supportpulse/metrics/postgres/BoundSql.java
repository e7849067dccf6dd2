package dev.supportpulse.metrics.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A statement with the values of its parameters, in order. */
record BoundSql(String text, List<Parameter> parameters) {

  BoundSql {
    parameters = List.copyOf(parameters);
  }

  /** Binds a value at a place. */
  @FunctionalInterface
  interface Parameter {
    void bind(PreparedStatement statement, int index) throws SQLException;
  }

  /** Ready to be executed, for so long at the most. */
  PreparedStatement prepare(Connection connection, Duration timeout) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    statement.setQueryTimeout(Math.toIntExact(Math.max(1, timeout.toSeconds())));
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).bind(statement, i + 1);
    }
    return statement;
  }
}
