package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.diagnosis.Fault;
import dev.supportpulse.classifier.diagnosis.FaultStore;
import dev.supportpulse.classifier.diagnosis.Fingerprint;
import dev.supportpulse.classifier.diagnosis.Report;
import dev.supportpulse.classifier.observation.Voided;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Faults and their reports in PostgreSQL. */
@ApplicationScoped
public class FaultTables implements FaultStore {

  private static final int MOST_VERSIONS = 20;

  private static final String EARLIEST =
      "select min(occurred_at) from fault_report where project = ?";

  private static final String FAULTS =
      """
      with counted as (
        select fingerprint,
               sum(occurrences) filter (where occurred_at >= ?) as occurrences,
               count(*) filter (where occurred_at >= ?) as reports,
               count(*) filter (where occurred_at < ?) as reports_before,
               array_agg(distinct version) filter (where occurred_at >= ? and version is not null)
                 as versions
        from fault_report
        where project = ? and occurred_at >= ? and occurred_at < ?
        group by fingerprint
        having count(*) filter (where occurred_at >= ?) > 0
        order by reports desc, fingerprint
        limit ?
      )
      select counted.*, kind, title, first_seen, last_seen
      from counted join fault on fault.project = ? and fault.fingerprint = counted.fingerprint
      """;

  private static final String FORGET_REPORTS = "delete from fault_report where occurred_at < ?";

  private static final String FORGET_FAULTS =
      """
      delete from fault where last_seen < ? and not exists
        (select from fault_report r where r.project = fault.project and r.fingerprint = fault.fingerprint)
      """;

  private static final String FORGET_TEMPLATES =
      """
      delete from log_template t where not exists
        (select from fault f where f.project = t.project and f.fingerprint = t.fingerprint)
      """;

  private final Jdbc jdbc;

  FaultTables(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(List<Report> reports, List<Voided> voided) {
    jdbc.run(
        connection -> {
          new FaultWriter(connection).keep(reports, voided);
          return true;
        });
  }

  @Override
  public Optional<Instant> earliest(String project) {
    return jdbc.run(connection -> Statements.instant(connection, EARLIEST, project));
  }

  @Override
  public List<Fault> faults(String project, Instant before, Instant from, Instant to, int most) {
    return jdbc.run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FAULTS)) {
            Timestamp begin = Timestamp.from(from);
            for (int i = 1; i <= 4; i++) {
              select.setTimestamp(i, begin);
            }
            select.setString(5, project);
            select.setTimestamp(6, Timestamp.from(before));
            select.setTimestamp(7, Timestamp.from(to));
            select.setTimestamp(8, begin);
            select.setInt(9, most);
            select.setString(10, project);
            try (ResultSet rows = select.executeQuery()) {
              List<Fault> faults = new ArrayList<>();
              while (rows.next()) {
                faults.add(fault(rows));
              }
              return faults;
            }
          }
        });
  }

  @Override
  public void forget(Instant before) {
    jdbc.run(
        connection -> {
          Statements.update(connection, FORGET_REPORTS, before);
          Statements.update(connection, FORGET_FAULTS, before);
          try (PreparedStatement templates = connection.prepareStatement(FORGET_TEMPLATES)) {
            return templates.executeUpdate();
          }
        });
  }

  private static Fault fault(ResultSet row) throws SQLException {
    return new Fault(
        new Fingerprint(HexFormat.of().formatHex(row.getBytes("fingerprint"))),
        row.getString("kind"),
        row.getString("title"),
        row.getLong("occurrences"),
        row.getLong("reports"),
        row.getLong("reports_before"),
        row.getTimestamp("first_seen").toInstant(),
        row.getTimestamp("last_seen").toInstant(),
        versions(row.getArray("versions")));
  }

  private static List<String> versions(@Nullable Array array) throws SQLException {
    if (array == null) {
      return List.of();
    }
    return Arrays.stream((String[]) array.getArray())
        .filter(Objects::nonNull)
        .limit(MOST_VERSIONS)
        .toList();
  }
}
