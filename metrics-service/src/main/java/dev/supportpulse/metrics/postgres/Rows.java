package dev.supportpulse.metrics.postgres;

import dev.supportpulse.events.Channel;
import dev.supportpulse.events.ClassificationOrigin;
import dev.supportpulse.events.ClassifierTier;
import dev.supportpulse.events.Digest;
import dev.supportpulse.events.EventType;
import dev.supportpulse.events.Identity;
import dev.supportpulse.events.NeedCategory;
import dev.supportpulse.events.Sentiment;
import dev.supportpulse.events.SupportMode;
import dev.supportpulse.metrics.efficiency.Promise;
import dev.supportpulse.metrics.ledger.CaseKey;
import dev.supportpulse.metrics.ledger.CaseState;
import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.Contribution;
import dev.supportpulse.metrics.ledger.EventKey;
import dev.supportpulse.metrics.ledger.KnownIdentity;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.Precedence;
import dev.supportpulse.metrics.tally.Dimensions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of the ledger's tables into what they mean. */
final class Rows {

  private Rows() {}

  static EventKey eventKey(ResultSet row) throws SQLException {
    return new EventKey(row.getString("project"), Identity.ofBytes(row.getBytes("identity")));
  }

  static CaseKey caseKey(ResultSet row) throws SQLException {
    return new CaseKey(row.getString("project"), row.getString("case_id"));
  }

  static KnownIdentity knownIdentity(ResultSet row) throws SQLException {
    byte[] digest = row.getBytes("digest");
    return new KnownIdentity(
        digest == null ? null : Digest.ofBytes(digest),
        row.getObject("day", LocalDate.class),
        row.getBoolean("voided"));
  }

  static LedgerEntry ledgerEntry(ResultSet row) throws SQLException {
    String type = row.getString("type");
    return new LedgerEntry(
        eventKey(row),
        EventType.fromWireName(EventType.PREFIX + type).orElseThrow(),
        row.getString("source"),
        row.getString("id"),
        instant(row, "occurred_at"),
        instant(row, "received_at"),
        instant(row, "recorded_at"),
        row.getString("case_id"),
        row.getString("account"),
        row.getString("pseudonym"),
        dimensions(row, "own_"),
        TallyJson.read(row.getString("tally")),
        row.getBoolean("classifiable"),
        row.getBoolean("lacks_sentiment"),
        row.getBoolean("voided"),
        row.getString("classified_category") == null ? null : classification(row, "classified_"),
        dimensions(row, ""));
  }

  static CaseState caseState(ResultSet row) throws SQLException {
    Instant countedAt = instantOrNull(row, "counted_at");
    return new CaseState(
        caseKey(row),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        countedAt == null
            ? null
            : new Contribution(
                countedAt, dimensions(row, ""), TallyJson.read(row.getString("tally"))),
        BacklogJson.read(row.getString("backlog")),
        due(row));
  }

  private static Map<Promise, Instant> due(ResultSet row) throws SQLException {
    Map<Promise, Instant> due = new EnumMap<>(Promise.class);
    for (Promise promise : Promise.values()) {
      Instant until = instantOrNull(row, LedgerWriter.dueColumn(promise));
      if (until != null) {
        due.put(promise, until);
      }
    }
    return due;
  }

  static Classification classification(ResultSet row, String prefix) throws SQLException {
    Precedence precedence = precedence(row, prefix);
    Sentiment sentiment = enumOrNull(Sentiment.class, row.getString(prefix + "sentiment"));
    boolean apart = row.getString(prefix + "sentiment_origin") != null;
    return new Classification(
        NeedCategory.valueOf(row.getString(prefix + "category")),
        precedence,
        sentiment == null
            ? null
            : new Classification.Heard(
                sentiment, apart ? precedence(row, prefix + "sentiment_") : precedence));
  }

  private static Precedence precedence(ResultSet row, String prefix) throws SQLException {
    return new Precedence(
        ClassificationOrigin.valueOf(row.getString(prefix + "origin")),
        row.getLong(prefix + "sequence"),
        ClassifierTier.valueOf(row.getString(prefix + "tier")));
  }

  /** Who heard the sentiment, where that isn't whoever found the category; else null. */
  static @Nullable Precedence heardApart(@Nullable Classification classification) {
    return classification == null
            || classification.heard() == null
            || classification.heard().precedence().equals(classification.precedence())
        ? null
        : classification.heard().precedence();
  }

  static Dimensions dimensions(ResultSet row, String prefix) throws SQLException {
    return new Dimensions(
        enumOrNull(NeedCategory.class, row.getString(prefix + "category")),
        enumOrNull(Channel.class, row.getString(prefix + "channel")),
        row.getString(prefix + "tier"),
        enumOrNull(SupportMode.class, row.getString(prefix + "mode")));
  }

  private static <E extends Enum<E>> @Nullable E enumOrNull(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
