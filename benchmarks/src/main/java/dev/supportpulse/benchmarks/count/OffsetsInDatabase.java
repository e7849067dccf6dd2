package dev.supportpulse.benchmarks.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The progress of metrics-service, which moves its offsets in the transaction that counts. */
public final class OffsetsInDatabase implements Progress {

  private final Connection connection;

  /** Reads by that connection, whose search path holds the service's schema. */
  public OffsetsInDatabase(Connection connection) {
    this.connection = connection;
  }

  @Override
  public boolean reached(Map<TopicPartition, Long> next) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("select topic, partition, next from offsets");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the offsets can't be read", e);
    }
    return next.entrySet().stream()
        .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
