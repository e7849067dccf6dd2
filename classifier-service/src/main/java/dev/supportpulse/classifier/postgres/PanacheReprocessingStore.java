package dev.supportpulse.classifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.reprocess.Reprocessing;
import dev.supportpulse.classifier.reprocess.ReprocessingStore;
import dev.supportpulse.events.ClassifierTier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be classified again, in PostgreSQL. */
@ApplicationScoped
public class PanacheReprocessingStore implements ReprocessingStore {

  private final Database database;
  private final ObjectMapper json;

  PanacheReprocessingStore(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Reprocessing request(
      @Nullable String project,
      @Nullable ClassifierTier tier,
      Instant at,
      String by,
      Map<Integer, Long> begins,
      Map<Integer, Long> ends) {
    return database.run(
        () -> {
          ReprocessingRow row = new ReprocessingRow();
          row.project = project;
          row.tier = tier;
          row.requestedAt = at;
          row.requestedBy = by;
          row.begins = write(begins);
          row.ends = write(ends);
          row.persist();
          return reprocessing(row);
        });
  }

  @Override
  public Optional<Reprocessing> find(long id) {
    return database.run(
        () -> ReprocessingRow.<ReprocessingRow>findByIdOptional(id).map(this::reprocessing));
  }

  @Override
  public Optional<Reprocessing> oldestOpen() {
    return database.run(
        () ->
            ReprocessingRow.<ReprocessingRow>find("finishedAt is null order by id")
                .range(0, 0)
                .firstResultOptional()
                .map(this::reprocessing));
  }

  @Override
  public void finished(long id, Instant at) {
    database.run(
        () ->
            ReprocessingRow.update("finishedAt = ?1 where id = ?2 and finishedAt is null", at, id));
  }

  private Reprocessing reprocessing(ReprocessingRow row) {
    return new Reprocessing(
        row.id,
        row.project,
        row.tier,
        row.requestedAt,
        row.requestedBy,
        read(row.begins),
        read(row.ends),
        row.finishedAt);
  }

  private Map<Integer, Long> read(String offsets) {
    try {
      return json.readValue(offsets, new TypeReference<Map<Integer, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  private String write(Map<Integer, Long> offsets) {
    try {
      return json.writeValueAsString(offsets);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers can be written", e);
    }
  }
}
