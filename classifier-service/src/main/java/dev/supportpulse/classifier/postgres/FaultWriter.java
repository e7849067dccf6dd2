package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.diagnosis.Fingerprint;
import dev.supportpulse.classifier.diagnosis.LogTemplate;
import dev.supportpulse.classifier.diagnosis.LogTemplates;
import dev.supportpulse.classifier.diagnosis.Report;
import dev.supportpulse.classifier.diagnosis.Symptom;
import dev.supportpulse.classifier.observation.Voided;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a batch of reports within one transaction. Every statement may run again with the same
 * values and then changes nothing, so that what comes twice counts once.
 */
final class FaultWriter {

  private static final String KNOWN_TEMPLATES =
      """
      select fingerprint, words from
        (select * from log_template where project = ? and length = ? and first_word = ?
         order by learnt desc limit 200) as newest
      order by learnt
      """;

  private static final String KEEP_TEMPLATE =
      """
      insert into log_template (project, fingerprint, length, first_word, words)
      values (?, ?, ?, ?, ?)
      on conflict (project, fingerprint) do update set words = excluded.words
      """;

  private static final String KEEP_FAULT =
      """
      insert into fault (project, fingerprint, kind, title, first_seen, last_seen)
      select ?, ?, ?, ?, ?::timestamptz, ?::timestamptz
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, fingerprint) do update set
        title = case when excluded.kind = 'LOG' then excluded.title else fault.title end,
        first_seen = least(fault.first_seen, excluded.first_seen),
        last_seen = greatest(fault.last_seen, excluded.last_seen)
      """;

  private static final String KEEP_REPORT =
      """
      insert into fault_report
        (project, identity, fingerprint, occurred_at, occurrences, version, pseudonym)
      select ?, ?, ?, ?::timestamptz, ?, ?, ?::text
      where not exists (select from observation_voided where project = ? and identity = ?)
      on conflict (project, identity) do nothing
      """;

  /** The fault is as the reports that are left tell it; without any it is none. */
  private static final String TAKE_BACK =
      """
      with gone as (
        delete from fault_report where project = ? and identity = ?
        returning project, identity, fingerprint
      ), rest as (
        select gone.project, gone.fingerprint, min(r.occurred_at) as first_seen, max(r.occurred_at) as last_seen
        from gone left join fault_report r
          on r.project = gone.project and r.fingerprint = gone.fingerprint and r.identity <> gone.identity
        group by gone.project, gone.fingerprint
      ), empty as (
        delete from fault using rest
        where fault.project = rest.project and fault.fingerprint = rest.fingerprint
          and rest.first_seen is null
      )
      update fault set first_seen = rest.first_seen, last_seen = rest.last_seen
      from rest
      where fault.project = rest.project and fault.fingerprint = rest.fingerprint
        and rest.first_seen is not null
      """;

  private final Connection connection;

  FaultWriter(Connection connection) {
    this.connection = connection;
  }

  void keep(List<Report> reports, List<Voided> voided) throws SQLException {
    List<Voided> inOrder = Voids.keep(connection, voided);
    List<Found> found = found(reports);
    Statements.each(connection, KEEP_FAULT, found, FaultWriter::setFault);
    Statements.each(connection, KEEP_REPORT, found, FaultWriter::setReport);
    Statements.each(connection, TAKE_BACK, inOrder, Voids::set);
  }

  private List<Found> found(List<Report> reports) throws SQLException {
    Map<Report, Found> found = new LinkedHashMap<>();
    Map<Group, LogTemplates> templates = new LinkedHashMap<>();
    for (Report report : reports) {
      if (report.symptom() instanceof Symptom.Traced traced) {
        found.put(
            report,
            new Found(report, traced.fingerprint(), traced.language().name(), traced.title()));
      } else if (report.symptom() instanceof Symptom.Told told) {
        Group group = new Group(report.project(), told.group());
        LogTemplates known = templates.get(group);
        if (known == null) {
          known = knownTemplates(group);
          templates.put(group, known);
        }
        LogTemplate template = known.learn(told);
        found.put(report, new Found(report, template.fingerprint(), "LOG", template.title()));
        keepTemplate(group, template);
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparing((Found one) -> one.report().project())
                .thenComparing(one -> one.fingerprint().hex())
                .thenComparing(one -> one.report().identity()))
        .toList();
  }

  private LogTemplates knownTemplates(Group group) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KNOWN_TEMPLATES)) {
      select.setString(1, group.project());
      select.setInt(2, group.leaf().length());
      select.setString(3, group.leaf().first());
      try (ResultSet rows = select.executeQuery()) {
        List<LogTemplate> known = new ArrayList<>();
        while (rows.next()) {
          known.add(
              new LogTemplate(
                  new Fingerprint(HexFormat.of().formatHex(rows.getBytes(1))),
                  Arrays.asList((String[]) rows.getArray(2).getArray())));
        }
        return new LogTemplates(known);
      }
    }
  }

  private void keepTemplate(Group group, LogTemplate template) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP_TEMPLATE)) {
      insert.setString(1, group.project());
      insert.setBytes(2, bytes(template.fingerprint()));
      insert.setInt(3, group.leaf().length());
      insert.setString(4, group.leaf().first());
      insert.setArray(5, connection.createArrayOf("text", template.words().toArray()));
      insert.executeUpdate();
    }
  }

  private static void setFault(Connection unused, PreparedStatement statement, Found found)
      throws SQLException {
    Timestamp at = Timestamp.from(found.report().occurredAt());
    statement.setString(1, found.report().project());
    statement.setBytes(2, bytes(found.fingerprint()));
    statement.setString(3, found.kind());
    statement.setString(4, found.title());
    statement.setTimestamp(5, at);
    statement.setTimestamp(6, at);
    statement.setString(7, found.report().project());
    statement.setBytes(8, found.report().identity().bytes());
  }

  private static void setReport(Connection unused, PreparedStatement statement, Found found)
      throws SQLException {
    Report report = found.report();
    statement.setString(1, report.project());
    statement.setBytes(2, report.identity().bytes());
    statement.setBytes(3, bytes(found.fingerprint()));
    statement.setTimestamp(4, Timestamp.from(report.occurredAt()));
    statement.setLong(5, report.occurrences());
    statement.setString(6, report.version());
    statement.setString(7, report.user());
    statement.setString(8, report.project());
    statement.setBytes(9, report.identity().bytes());
  }

  private static byte[] bytes(Fingerprint fingerprint) {
    return HexFormat.of().parseHex(fingerprint.hex());
  }

  /** A report with the fault that it tells of. */
  private record Found(Report report, Fingerprint fingerprint, String kind, String title) {}

  /** A leaf of a project's tree of messages. */
  private record Group(String project, LogTemplate.Group leaf) {}
}
