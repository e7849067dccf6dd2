package dev.supportpulse.metrics.postgres;

import dev.supportpulse.metrics.ledger.Classification;
import dev.supportpulse.metrics.ledger.LedgerEntry;
import dev.supportpulse.metrics.ledger.Precedence;
import dev.supportpulse.metrics.tally.Dimensions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes entries of the ledger, in key order. */
final class EntryWriter {

  private static final List<String> COLUMNS =
      List.of(
          "project",
          "identity",
          "day",
          "source",
          "id",
          "type",
          "occurred_at",
          "received_at",
          "recorded_at",
          "case_id",
          "account",
          "pseudonym",
          "own_category",
          "own_channel",
          "own_tier",
          "own_mode",
          "tally",
          "classifiable",
          "lacks_sentiment",
          "voided",
          "classified_category",
          "classified_sentiment",
          "classified_origin",
          "classified_sequence",
          "classified_tier",
          "classified_sentiment_origin",
          "classified_sentiment_sequence",
          "classified_sentiment_tier",
          "category",
          "channel",
          "tier",
          "mode");

  private static final String UPDATE =
      """
      update ledger l set voided = b.voided, classified_category = b.classified_category,
        classified_sentiment = b.classified_sentiment, classified_origin = b.classified_origin,
        classified_sequence = b.classified_sequence, classified_tier = b.classified_tier,
        classified_sentiment_origin = b.sentiment_origin,
        classified_sentiment_sequence = b.sentiment_sequence,
        classified_sentiment_tier = b.sentiment_tier,
        category = b.category, channel = b.channel, tier = b.tier, mode = b.mode
      from unnest(?::text[], ?::bytea[], ?::integer[], ?::boolean[],
          ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
          ?::text[], ?::bigint[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[])
        as b (project, identity, day, voided,
          classified_category, classified_sentiment, classified_origin, classified_sequence,
          classified_tier, sentiment_origin, sentiment_sequence, sentiment_tier,
          category, channel, tier, mode)
      where l.project = b.project and l.identity = b.identity
        and l.day = date 'epoch' + b.day and l.day = any (?::date[])
      """;

  private EntryWriter() {}

  /** Writes entries that are new: their identities were inserted before. */
  static void insert(Connection connection, List<LedgerEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (BinaryCopy copy = new BinaryCopy(connection, "ledger", COLUMNS)) {
      for (LedgerEntry entry : entries) {
        copyFacts(copy.row(), entry);
        copyState(copy, entry);
      }
      copy.end();
    }
  }

  private static void copyFacts(BinaryCopy copy, LedgerEntry entry) throws SQLException {
    copy.text(entry.key().project())
        .bytes(entry.key().identity().bytes())
        .date(entry.day())
        .text(entry.source())
        .text(entry.id())
        .text(entry.type().shortName())
        .instant(entry.occurredAt())
        .instant(entry.receivedAt())
        .instant(entry.recordedAt())
        .text(entry.caseId())
        .text(entry.account())
        .text(entry.user());
    copyDimensions(copy, entry.own());
    copy.json(TallyJson.write(entry.tally()))
        .bool(entry.classifiable())
        .bool(entry.lacksSentiment());
  }

  private static void copyState(BinaryCopy copy, LedgerEntry entry) throws SQLException {
    Classification classification = entry.classification();
    copy.bool(entry.voided());
    if (classification == null) {
      copy.text(null).text(null);
      copyPrecedence(copy, null);
    } else {
      copy.text(classification.category()).text(classification.sentiment());
      copyPrecedence(copy, classification.precedence());
    }
    copyPrecedence(copy, Rows.heardApart(classification));
    copyDimensions(copy, entry.counted());
  }

  private static void copyPrecedence(BinaryCopy copy, @Nullable Precedence precedence)
      throws SQLException {
    if (precedence == null) {
      copy.text(null).whole(null).text(null);
    } else {
      copy.text(precedence.origin()).whole(precedence.sequence()).text(precedence.tier());
    }
  }

  private static void copyDimensions(BinaryCopy copy, Dimensions dimensions) throws SQLException {
    copy.text(dimensions.category())
        .text(dimensions.channel())
        .text(dimensions.tier())
        .text(dimensions.mode());
  }

  /** Writes what became of entries that are there already. */
  static void update(Connection connection, List<LedgerEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      new Columns<>(update, entries)
          .text(entry -> entry.key().project())
          .bytes(entry -> entry.key().identity().bytes())
          .date(LedgerEntry::day)
          .bool(LedgerEntry::voided)
          .text(classified(Classification::category))
          .text(classified(Classification::sentiment))
          .text(precedence(Classification::precedence, Precedence::origin))
          .whole(precedence(Classification::precedence, Precedence::sequence))
          .text(precedence(Classification::precedence, Precedence::tier))
          .text(precedence(Rows::heardApart, Precedence::origin))
          .whole(precedence(Rows::heardApart, Precedence::sequence))
          .text(precedence(Rows::heardApart, Precedence::tier))
          .text(entry -> entry.counted().category())
          .text(entry -> entry.counted().channel())
          .text(entry -> entry.counted().tier())
          .text(entry -> entry.counted().mode())
          .days(LedgerEntry::day);
      if (update.executeUpdate() != entries.size()) {
        throw new ConcurrentWriteException("a ledger entry was written by someone else meanwhile");
      }
    }
  }

  private static <T> Function<LedgerEntry, @Nullable T> precedence(
      Function<Classification, @Nullable Precedence> whose, Function<Precedence, T> part) {
    return entry -> {
      Classification classification = entry.classification();
      Precedence precedence = classification == null ? null : whose.apply(classification);
      return precedence == null ? null : part.apply(precedence);
    };
  }

  private static Function<LedgerEntry, @Nullable Object> classified(
      Function<Classification, @Nullable Object> part) {
    return entry -> entry.classification() == null ? null : part.apply(entry.classification());
  }
}
