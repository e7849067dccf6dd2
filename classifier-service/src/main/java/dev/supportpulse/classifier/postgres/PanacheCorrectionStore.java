package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.Stored;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Corrections in PostgreSQL. */
@ApplicationScoped
public class PanacheCorrectionStore implements CorrectionStore {

  private static final String WITH_TEXT = "(title is not null or body is not null)";

  private final Database database;
  private final Precedence precedence;
  private final EntityManager entities;
  private final Clock clock;

  PanacheCorrectionStore(
      Database database, Precedence precedence, EntityManager entities, Clock clock) {
    this.database = database;
    this.precedence = precedence;
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public Kept keep(Correction correction) {
    return database.run(
        () -> {
          // Also makes two of the same id wait for each other.
          long sequence = precedence.draw();
          Optional<CorrectionRow> before =
              CorrectionRow.find("project = ?1 and id = ?2", correction.project(), correction.id())
                  .firstResultOptional();
          if (before.isPresent()) {
            return new Kept(before.get().stored(), false);
          }
          CorrectionRow row = CorrectionRow.of(correction, sequence);
          row.persist();
          return new Kept(row.stored(), true);
        });
  }

  @Override
  public List<Stored> newest(@Nullable String project, long before, int limit) {
    return database.run(
        () -> {
          var found =
              project == null
                  ? CorrectionRow.<CorrectionRow>find(
                      "sequence < ?1 order by sequence desc", before)
                  : CorrectionRow.<CorrectionRow>find(
                      "project = ?1 and sequence < ?2 order by sequence desc", project, before);
          return found.page(Page.ofSize(limit)).stream().map(CorrectionRow::stored).toList();
        });
  }

  @Override
  public List<Stored> withText(String project, long upTo, int limit) {
    return database.run(
        () ->
            CorrectionRow.<CorrectionRow>find(
                    "project = ?1 and sequence <= ?2 and " + WITH_TEXT + " order by sequence desc",
                    project,
                    upTo)
                .page(Page.ofSize(limit))
                .stream()
                .map(CorrectionRow::stored)
                .sorted(Comparator.comparingLong(Stored::sequence))
                .toList());
  }

  @Override
  public List<Extent> extents() {
    return database.run(
        () ->
            entities
                .createQuery(
                    "select project, max(sequence) from CorrectionRow where "
                        + WITH_TEXT
                        + " group by project",
                    Extent.class)
                .getResultList());
  }

  @Override
  public Optional<Integer> publish(int limit, Predicate<List<Stored>> publish) {
    return database.run(
        () -> {
          @SuppressWarnings("unchecked")
          List<CorrectionRow> rows =
              entities
                  .createNativeQuery(
                      "select * from classifier.correction where published_at is null"
                          + " order by sequence limit :limit for update skip locked",
                      CorrectionRow.class)
                  .setParameter("limit", limit)
                  .getResultList();
          if (!rows.isEmpty() && !publish.test(rows.stream().map(CorrectionRow::stored).toList())) {
            return Optional.empty();
          }
          Instant now = clock.instant();
          rows.forEach(row -> row.publishedAt = now);
          return Optional.of(rows.size());
        });
  }
}
