package dev.supportpulse.classifier.postgres;

import dev.supportpulse.classifier.correction.Correction;
import dev.supportpulse.classifier.correction.CorrectionStore;
import dev.supportpulse.classifier.correction.EventText;
import dev.supportpulse.classifier.correction.Stored;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrections in PostgreSQL. */
@ApplicationScoped
public class PanacheCorrectionStore implements CorrectionStore {

  private final Database database;
  private final Precedence precedence;
  private final EntityManager entities;

  PanacheCorrectionStore(Database database, Precedence precedence, EntityManager entities) {
    this.database = database;
    this.precedence = precedence;
    this.entities = entities;
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
  public List<Stored> learnable(String project, long upTo, int limit) {
    return database.run(
        () ->
            CorrectionRow.<CorrectionRow>find(
                    "project = ?1 and learnable <= ?2 order by learnable desc", project, upTo)
                .page(Page.ofSize(limit))
                .stream()
                .sorted(Comparator.comparing(row -> row.learnable))
                .map(CorrectionRow::stored)
                .toList());
  }

  @Override
  public List<Extent> extents() {
    return database.run(
        () ->
            entities
                .createQuery(
                    "select project, max(learnable) from CorrectionRow"
                        + " where learnable is not null group by project",
                    Extent.class)
                .getResultList());
  }

  @Override
  public List<Stored> toSeek(Instant soughtBefore, Instant correctedAfter, int limit) {
    return database.run(
        () ->
            CorrectionRow.<CorrectionRow>find(
                    "learnable is null and forgottenAt is null and correctedAt > ?1"
                        + " and (soughtAt is null or soughtAt < ?2) order by sequence",
                    correctedAfter,
                    soughtBefore)
                .page(Page.ofSize(limit))
                .stream()
                .map(CorrectionRow::stored)
                .toList());
  }

  @Override
  public void sought(Collection<Long> sought, Map<Long, EventText> found, Instant at) {
    database.run(
        () -> {
          List<CorrectionRow> rows = CorrectionRow.list("sequence in ?1 order by sequence", sought);
          for (CorrectionRow row : rows) {
            row.soughtAt = at;
            EventText text = found.get(row.sequence);
            if (text != null && row.learnable == null && row.forgottenAt == null) {
              row.title = text.title();
              row.body = text.text();
              row.learnable = precedence.draw();
            }
          }
          return rows.size();
        });
  }

  @Override
  public boolean forgetText(String project, long sequence, Instant at) {
    return database.run(
        () ->
            CorrectionRow.update(
                    "title = null, body = null, note = null, learnable = null, forgottenAt = ?1"
                        + " where project = ?2 and sequence = ?3",
                    at,
                    project,
                    sequence)
                > 0);
  }

  @Override
  public List<Stored> unpublished(int limit) {
    return database.run(
        () ->
            CorrectionRow.<CorrectionRow>find("publishedAt is null order by sequence")
                .page(Page.ofSize(limit))
                .stream()
                .map(CorrectionRow::stored)
                .toList());
  }

  @Override
  public void published(Collection<Long> sequences, Instant at) {
    database.run(
        () ->
            CorrectionRow.update(
                "publishedAt = ?1 where sequence in ?2 and publishedAt is null", at, sequences));
  }
}
