package dev.supportpulse.classifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.classifier.learning.Lesson;
import dev.supportpulse.classifier.learning.ModelStore;
import dev.supportpulse.classifier.learning.ModelVersion;
import dev.supportpulse.classifier.learning.ProjectHeadsFile;
import dev.supportpulse.classifier.learning.Promotion;
import dev.supportpulse.classifier.learning.ShadowReport;
import dev.supportpulse.classifier.need.ModelInfo;
import dev.supportpulse.events.ClassifierTier;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions of the models in PostgreSQL. */
@ApplicationScoped
public class PanacheModelStore implements ModelStore {

  private final Database database;
  private final Precedence precedence;
  private final ObjectMapper json;

  PanacheModelStore(Database database, Precedence precedence, ObjectMapper json) {
    this.database = database;
    this.precedence = precedence;
    this.json = json;
  }

  @Override
  public void keep(ModelVersion version, Map<ClassifierTier, byte[]> content) {
    database.run(
        () -> {
          // Another instance may have made the same one.
          precedence.lock();
          ModelVersionRow row = ModelVersionRow.findById(version.version());
          if (row == null) {
            row = new ModelVersionRow();
            row.version = version.version();
            row.shipped = version.shipped();
            row.through = version.through();
            row.madeAt = version.madeAt();
            row.models = write(version.models());
            row.lessons = write(version.lessons());
            row.files.putAll(content);
            row.persist();
          }
          row.report = version.report() == null ? null : write(version.report());
          return row;
        });
  }

  @Override
  public Optional<ModelVersion> version(String version) {
    return database.run(
        () -> ModelVersionRow.<ModelVersionRow>findByIdOptional(version).map(this::version));
  }

  @Override
  public Map<ClassifierTier, byte[]> content(String version) {
    return database.run(
        () ->
            ModelVersionRow.<ModelVersionRow>findByIdOptional(version)
                .<Map<ClassifierTier, byte[]>>map(row -> new EnumMap<>(row.files))
                .orElse(Map.of()));
  }

  @Override
  public Optional<ModelVersion> newestLearned(String shipped) {
    return database.run(
        () ->
            ModelVersionRow.<ModelVersionRow>find(
                    "shipped = ?1 and version <> ?1 order by through desc, madeAt desc", shipped)
                .page(Page.ofSize(1))
                .firstResultOptional()
                .map(this::version));
  }

  @Override
  public List<ModelVersion> versions(int limit) {
    return database.run(
        () ->
            ModelVersionRow.<ModelVersionRow>find("order by madeAt desc")
                .page(Page.ofSize(limit))
                .stream()
                .map(this::version)
                .toList());
  }

  @Override
  public void forget(String project) {
    database.run(
        () -> {
          precedence.lock();
          List<ModelVersionRow> learned = ModelVersionRow.list("version <> shipped");
          learned.forEach(row -> forget(project, row));
          return learned.size();
        });
  }

  private void forget(String project, ModelVersionRow row) {
    Map<String, Lesson> lessons = new TreeMap<>(version(row).lessons());
    if (lessons.remove(project) != null) {
      row.lessons = write(lessons);
      row.files.replaceAll((tier, content) -> without(project, content));
    }
  }

  private static byte[] without(String project, byte[] content) {
    try {
      return ProjectHeadsFile.without(project, content);
    } catch (IOException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  @Override
  public List<Promotion> promotions(int limit) {
    return database.run(
        () ->
            PromotionRow.<PromotionRow>find("order by sequence desc")
                .page(Page.ofSize(limit))
                .stream()
                .map(PromotionRow::promotion)
                .toList());
  }

  @Override
  public Promotion promote(String version, String by, Instant at) {
    return database.run(
        () -> {
          long sequence = precedence.draw();
          Optional<PromotionRow> champion =
              PromotionRow.<PromotionRow>find("order by sequence desc").firstResultOptional();
          if (champion.isPresent() && champion.get().version.equals(version)) {
            return champion.get().promotion();
          }
          PromotionRow row = new PromotionRow();
          row.sequence = sequence;
          row.version = version;
          row.promotedAt = at;
          row.promotedBy = by;
          row.persist();
          return row.promotion();
        });
  }

  private ModelVersion version(ModelVersionRow row) {
    try {
      return new ModelVersion(
          row.version,
          row.shipped,
          row.madeAt,
          json.readValue(row.models, new TypeReference<Map<ClassifierTier, ModelInfo>>() {}),
          json.readValue(row.lessons, new TypeReference<Map<String, Lesson>>() {}),
          row.report == null ? null : json.readValue(row.report, ShadowReport.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every version can be written", e);
    }
  }
}
