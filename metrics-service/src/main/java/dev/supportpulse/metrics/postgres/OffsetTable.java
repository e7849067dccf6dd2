package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.ledger.Batch;
import dev.supportpulse.metrics.ledger.Claim;
import dev.supportpulse.metrics.ledger.SourcePartition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Positions and fences: the rows that make a batch count once, whoever was killed or replaced. */
final class OffsetTable {

  private static final String CLAIM =
      """
      insert into offsets as o (topic, partition, next, epoch)
      select topic, partition, next, 1
      from unnest(?::text[], ?::integer[], ?::bigint[]) as claimed (topic, partition, next)
      on conflict (topic, partition) do update set epoch = o.epoch + 1
      returning topic, partition, next, epoch
      """;

  private static final String ADVANCE =
      """
      with batch as (
        select * from unnest(
            ?::text[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as b (topic, partition, expected, epoch, next, appended_at)
      ), ours as (
        select o.topic, o.partition from offsets o join batch b using (topic, partition)
        where o.next = b.expected and o.epoch = b.epoch
        order by o.topic, o.partition for update of o
      )
      update offsets o set next = b.next,
        appended_at = timestamptz 'epoch' + b.appended_at * interval '1 microsecond'
      from batch b join ours using (topic, partition)
      where o.topic = b.topic and o.partition = b.partition
        and o.next = b.expected and o.epoch = b.epoch
      returning o.topic, o.partition
      """;

  private OffsetTable() {}

  static Map<SourcePartition, Claim> claim(
      Connection connection, NavigableMap<SourcePartition, Long> beginnings) throws SQLException {
    Map<SourcePartition, Claim> claims = new TreeMap<>();
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      new Columns<>(claim, beginnings.entrySet())
          .text(entry -> entry.getKey().topic())
          .small(entry -> entry.getKey().partition())
          .whole(Map.Entry::getValue);
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          claims.put(partition(rows), new Claim(rows.getLong("next"), rows.getLong("epoch")));
        }
      }
    }
    return claims;
  }

  /** Moves the offsets of the partitions that are still ours, and says which those are. */
  static NavigableSet<SourcePartition> advance(Connection connection, Batch batch)
      throws SQLException {
    NavigableSet<SourcePartition> ours = new TreeSet<>();
    try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      new Columns<>(advance, batch.slices().entrySet())
          .text(entry -> entry.getKey().topic())
          .small(entry -> entry.getKey().partition())
          .whole(entry -> entry.getValue().claim().next())
          .whole(entry -> entry.getValue().claim().epoch())
          .whole(entry -> entry.getValue().next())
          .instant(entry -> entry.getValue().appendedAt());
      try (ResultSet rows = advance.executeQuery()) {
        while (rows.next()) {
          ours.add(partition(rows));
        }
      }
    }
    return ours;
  }

  private static SourcePartition partition(ResultSet row) throws SQLException {
    return new SourcePartition(row.getString("topic"), row.getInt("partition"));
  }
}
