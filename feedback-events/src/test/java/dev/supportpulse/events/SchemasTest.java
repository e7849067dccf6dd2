package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.supportpulse.events.GoldenEvents.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final String ENVELOPE = "/schemas/event.v1.json";

  /** Words that mean something else in one type, and are described there. */
  private static final Map<String, Set<String>> HOMONYMS =
      Map.of(
          "need.classified", Set.of("mode", "tier", "tools", "solution", "sentiment"),
          "question.asked", Set.of("text"),
          "survey.answered", Set.of("ratings"));

  static List<Golden> goldenEvents() {
    return GoldenEvents.all();
  }

  @ParameterizedTest
  @EnumSource
  void every_type_has_a_schema_of_draft_2020_12_that_names_it(EventType type) throws IOException {
    JsonNode schema = read(type.schemaResource());

    assertThat(schema.path("$id").asText()).isEqualTo(type.dataSchema().toString());
    assertThat(errors(SchemaLocation.of(SchemaId.V202012), schema)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void schema_and_record_have_the_same_fields(EventType type) throws IOException {
    List<String> components =
        Arrays.stream(type.dataClass().getRecordComponents())
            .map(component -> component.getName())
            .toList();

    assertThat(EventCodecTest.names(read(type.schemaResource()).path("properties")))
        .containsExactlyElementsOf(components);
  }

  @ParameterizedTest
  @EnumSource
  void every_field_is_described(EventType type) throws IOException {
    assertThat(read(type.schemaResource()).path("properties"))
        .allSatisfy(field -> assertThat(field.path("description").asText()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void unknown_fields_are_allowed(EventType type) throws IOException {
    assertThat(read(type.schemaResource()).has("additionalProperties")).isFalse();
  }

  @Test
  void a_word_means_the_same_in_every_type() throws IOException {
    Map<String, JsonNode> meanings = new HashMap<>();
    for (EventType type : EventType.values()) {
      for (Map.Entry<String, JsonNode> field :
          read(type.schemaResource()).path("properties").properties()) {
        boolean shared =
            !HOMONYMS.getOrDefault(type.shortName(), Set.of()).contains(field.getKey())
                && !Set.of("source", "id", "message").contains(field.getKey());
        if (shared) {
          JsonNode first = meanings.putIfAbsent(field.getKey(), field.getValue());
          assertThat(field.getValue())
              .as("%s in %s", field.getKey(), type)
              .isEqualTo(first == null ? field.getValue() : first);
        }
      }
    }
  }

  @Test
  void ratings_have_the_ranges_of_their_dimensions() throws IOException {
    JsonNode ratings =
        read(EventType.SURVEY_ANSWERED.schemaResource()).at("/properties/ratings/properties");

    assertThat(EventCodecTest.names(ratings))
        .containsExactlyElementsOf(
            Arrays.stream(RatingDimension.values()).map(RatingDimension::wireName).toList());
    for (RatingDimension dimension : RatingDimension.values()) {
      JsonNode rating = ratings.path(dimension.wireName());
      assertThat(rating.path("minimum").asInt()).isEqualTo(dimension.lowest());
      assertThat(rating.path("maximum").asInt()).isEqualTo(dimension.highest());
    }
  }

  @Test
  void enums_have_the_values_of_the_records() throws IOException {
    assertThat(values(EventType.FEEDBACK_SUBMITTED, "sentiment")).isEqualTo(names(Sentiment.class));
    assertThat(values(EventType.FEEDBACK_SUBMITTED, "channel")).isEqualTo(names(Channel.class));
    assertThat(values(EventType.FEEDBACK_SUBMITTED, "mode")).isEqualTo(names(SupportMode.class));
    assertThat(values(EventType.COST_RECORDED, "kind")).isEqualTo(names(CostKind.class));
    assertThat(values(EventType.COST_RECORDED, "category")).isEqualTo(names(NeedCategory.class));
    assertThat(values(EventType.INCOME_RECORDED, "businessModel"))
        .isEqualTo(names(BusinessModel.class));
    assertThat(values(EventType.NEED_CLASSIFIED, "origin"))
        .isEqualTo(names(ClassificationOrigin.class));
    assertThat(values(EventType.NEED_CLASSIFIED, "tier")).isEqualTo(names(ClassifierTier.class));
    assertThat(values(EventType.NEED_CLASSIFIED, "decision")).isEqualTo(names(Decision.class));
    assertThat(values(EventType.NEED_CLASSIFIED, "complexity")).isEqualTo(names(Complexity.class));
    assertThat(values(EventType.EVENT_REJECTED, "outcome"))
        .isEqualTo(names(RejectionOutcome.class));
    assertThat(texts(read(ENVELOPE).at("/properties/type/enum")))
        .isEqualTo(Arrays.stream(EventType.values()).map(EventType::wireName).toList());
  }

  @ParameterizedTest
  @MethodSource("goldenEvents")
  void golden_events_are_valid(Golden golden) throws IOException {
    assertThat(errors(golden.type().schemaResource(), golden.data())).isEmpty();
    assertThat(errors(ENVELOPE, golden.json())).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} := {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "feedback.submitted | sentiment | \"positive\" | /sentiment",
        "feedback.submitted | text | 7 | /text",
        "feedback.submitted | tier | \"gold\" | /tier",
        "feedback.submitted | mode | \"GRATIS\" | /mode",
        "feedback.submitted | channel | \"TELEPATHY\" | /channel",
        "feedback.submitted | language | \"english please\" | /language",
        "feedback.submitted | labels | [\"a\",1] | /labels/1",
        "feedback.submitted | caseId | \" \" | /caseId",
        "feedback.submitted | user | null | /user",
        "survey.answered | ratings | {} | /ratings",
        "survey.answered | ratings | {\"overall\":0} | /ratings/overall",
        "survey.answered | ratings | {\"overall\":6} | /ratings/overall",
        "survey.answered | ratings | {\"overall\":4.5} | /ratings/overall",
        "survey.answered | ratings | {\"effort\":8} | /ratings/effort",
        "survey.answered | ratings | {\"recommend\":11} | /ratings/recommend",
        "survey.answered | ratings | {\"kindness\":\"high\"} | /ratings/kindness",
        "case.resolved | effortMinutes | -1 | /effortMinutes",
        "error.reported | count | 0 | /count",
        "error.reported | count | 1.5 | /count",
        "error.reported | environment | [] | /environment",
        "usage.recorded | quantity | \"1\" | /quantity",
        "usage.recorded | quantity | -1 | /quantity",
        "cost.recorded | kind | \"fixed\" | /kind",
        "cost.recorded | amount | 50000 | /amount",
        "cost.recorded | amount | \"5E4\" | /amount",
        "cost.recorded | amount | \"50,000\" | /amount",
        "cost.recorded | currency | \"usd\" | /currency",
        "cost.recorded | category | \"BUG\" | /category",
        "cost.recorded | inTotalCost | \"yes\" | /inTotalCost",
        "income.recorded | businessModel | \"ADS\" | /businessModel",
        "solution.outcome | helped | \"true\" | /helped",
        "need.classified | targetDigest | \"0F\" | /targetDigest",
        "need.classified | confidence | 1.1 | /confidence",
        "need.classified | category | \"SPAM\" | /category",
        "event.rejected | outcome | \"LOST\" | /outcome",
      })
  void a_bad_value_is_refused_and_named(String type, String field, String value, String pointer)
      throws IOException {
    EventType eventType = EventType.fromWireName(EventType.PREFIX + type).orElseThrow();
    Map<String, JsonNode> data = fields(GoldenEvents.full(eventType).data());
    data.put(field, EventCodec.mapper().readTree(value));

    assertThat(errors(eventType.schemaResource(), EventCodec.mapper().valueToTree(data)))
        .containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "survey.answered, ratings",
    "case.opened, caseId",
    "case.responded, caseId",
    "case.reopened, caseId",
    "case.resolved, caseId",
    "question.asked, text",
    "error.reported, message",
    "usage.recorded, action",
    "usage.recorded, quantity",
    "cost.recorded, kind",
    "cost.recorded, amount",
    "cost.recorded, currency",
    "income.recorded, amount",
    "income.recorded, currency",
    "solution.proposed, solutionId",
    "solution.applied, solutionId",
    "solution.outcome, solutionId",
    "solution.outcome, helped",
    "event.voided, source",
    "event.voided, id",
    "need.classified, target",
    "need.classified, targetDigest",
    "need.classified, sequence",
    "need.classified, classifiedAt",
    "event.rejected, outcome",
    "event.rejected, code",
  })
  void a_missing_field_is_refused_and_named(String type, String field) throws IOException {
    EventType eventType = EventType.fromWireName(EventType.PREFIX + type).orElseThrow();
    Map<String, JsonNode> data = fields(GoldenEvents.full(eventType).data());
    data.remove(field);

    assertThat(errors(eventType.schemaResource(), EventCodec.mapper().valueToTree(data)))
        .containsExactly("/" + field);
  }

  @Test
  void a_feedback_says_something() throws IOException {
    String schema = EventType.FEEDBACK_SUBMITTED.schemaResource();

    assertThat(errors(schema, json("{\"channel\":\"CHAT\"}"))).isNotEmpty();
    assertThat(errors(schema, json("{\"text\":\" \"}"))).isNotEmpty();
    assertThat(errors(schema, json("{\"text\":\"\",\"sentiment\":\"NEUTRAL\"}"))).isEmpty();
    assertThat(errors(schema, json("{\"text\":\"Thanks!\"}"))).isEmpty();
  }

  @ParameterizedTest(name = "{0} := {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project | \"Demo\"",
        "project | \".demo\"",
        "project | \"\"",
        "project | 7",
        "type | \"dev.supportpulse.weather.changed\"",
        "time | \"2026-01-31\"",
        "time | \"2026-01-31T09:30:00\"",
        "time | 1769851800",
        "id | \"\"",
        "id | \"line\\nbreak\"",
        "source | \" \"",
        "subject | \"\\u0007\"",
        "specversion | \"0.3\"",
        "datacontenttype | \"text/xml\"",
        "data | \"text\"",
      })
  void a_bad_attribute_is_refused_and_named(String attribute, String value) throws IOException {
    Map<String, JsonNode> event = fields(GoldenEvents.full(EventType.FEEDBACK_SUBMITTED).json());
    event.put(attribute, EventCodec.mapper().readTree(value));

    assertThat(errors(ENVELOPE, EventCodec.mapper().valueToTree(event)))
        .containsExactly("/" + attribute);
  }

  private static List<String> errors(String resource, JsonNode value) throws IOException {
    return errors(FACTORY.getSchema(read(resource), config()), value);
  }

  private static List<String> errors(SchemaLocation metaSchema, JsonNode value) {
    return errors(FACTORY.getSchema(metaSchema, config()), value);
  }

  /** The pointers of what is wrong: of the missing field itself, if one is missing. */
  private static List<String> errors(JsonSchema schema, JsonNode value) {
    return schema.validate(value.toString(), InputFormat.JSON).stream()
        .map(
            message ->
                message.getInstanceLocation()
                    + (message.getProperty() == null ? "" : "/" + message.getProperty()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> values(EventType type, String field) throws IOException {
    return texts(read(type.schemaResource()).path("properties").path(field).path("enum"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  private static JsonNode json(String text) throws IOException {
    return EventCodec.mapper().readTree(text);
  }

  private static JsonNode read(String resource) throws IOException {
    try (InputStream in = EventType.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return EventCodec.mapper().readTree(in);
    }
  }
}
