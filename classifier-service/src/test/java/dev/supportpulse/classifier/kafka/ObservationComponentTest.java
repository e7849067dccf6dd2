package dev.supportpulse.classifier.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.supportpulse.classifier.postgres.Erasure;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.ErrorReported;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.OperationAudited;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SolutionApplied;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.SurveyAnswered;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is learnt from events beside classifying, through a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class ObservationComponentTest {

  private static final String USER = "u_k1_abcdefghijklmnopqrst01";

  private static final String TRACE =
      """
      java.lang.IllegalStateException: order %d is gone
      \tat com.acme.shop.Orders.find(Orders.java:%d)
      \tat com.acme.shop.Orders.pay(Orders.java:77)
      """;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject Erasure erasure;

  @Inject AgroalDataSource dataSource;

  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(bootstrapServers);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void theSameFaultOfTwoUsersIsOneDiagnosisAndCountsOnce() throws InterruptedException {
    Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(3));
    SupportEvent one = event("faults", "e1", first, error(TRACE.formatted(1, 10), "1.0", 5L));
    send(one);
    send(one);
    send(event("faults", "e2", first.plusSeconds(60), error(TRACE.formatted(2, 99), "1.1", null)));
    send(
        event(
            "faults",
            "q1",
            first.plusSeconds(120),
            question("After the upgrade I see this:\n```\n" + TRACE.formatted(3, 4) + "```")));
    send(event("faults", "e3", first, error("disk sda1 is full after 17 writes", "1.0", null)));
    send(event("faults", "e4", first, error("disk sdb2 is full after 99 writes", "1.0", null)));

    JsonPath page = await("faults", json -> count(json) == 2 && reports(json) == 5);

    assertThat(page.getString("diagnoses[0].title"))
        .isEqualTo(
            "java.lang.IllegalStateException: order <number> is gone (in com.acme.shop.Orders"
                + " find)");
    assertThat(page.getLong("diagnoses[0].count")).isEqualTo(7);
    assertThat(page.getLong("diagnoses[0].reports")).isEqualTo(3);
    assertThat(page.getList("diagnoses[0].versions")).isEqualTo(List.of("1.0", "1.1"));
    assertThat(Instant.parse(page.getString("diagnoses[0].firstSeen"))).isEqualTo(first);
    assertThat(Instant.parse(page.getString("diagnoses[0].lastSeen")))
        .isEqualTo(first.plusSeconds(120));
    assertThat(page.getObject("diagnoses[0].rising", Boolean.class)).isNull();
    assertThat(page.getString("diagnoses[1].kind")).isEqualTo("LOG");
    assertThat(page.getLong("diagnoses[1].reports")).isEqualTo(2);
  }

  @Test
  void whatIsVoidedIsTakenBackWhicheverComesFirst() throws InterruptedException {
    Instant now = Instant.now();
    send(event("voided", "late", now, new EventVoided("/forum", "early", null, null)));
    send(event("voided", "early", now, error(TRACE.formatted(1, 1), null, null)));
    send(event("voided", "kept", now, error(TRACE.formatted(2, 2), null, null)));
    send(event("voided", "gone", now.minusSeconds(60), error(TRACE.formatted(3, 3), null, null)));
    await("voided", json -> reports(json) == 2);
    send(event("voided", "v2", now, new EventVoided("/forum", "gone", null, null)));

    JsonPath page = await("voided", json -> reports(json) == 1);

    assertThat(Instant.parse(page.getString("diagnoses[0].firstSeen")))
        .isAfter(now.minusSeconds(30));
  }

  /** PostgreSQL takes no U+0000 into a text. */
  @Test
  void whatCanNotBeKeptHoldsNothingUp() throws InterruptedException {
    Instant now = Instant.now();
    send(event("poison", "p1", now, error("boom", "1\0000", null)));
    send(event("poison", "p2", now, error("boom \0 again and again", "1.0", null)));

    JsonPath page = await("poison", json -> reports(json) == 1);

    assertThat(page.getString("diagnoses[0].title")).isEqualTo("boom again and again");
  }

  @Test
  void aFaultThatIsReportedMoreThanBeforeRises() throws InterruptedException {
    Instant now = Instant.now();
    for (int i = 0; i < 20; i++) {
      send(event("rising", "s" + i, hours(now, 4 * i + 2), error("steady trouble", null, 9L)));
    }
    for (int i = 0; i < 8; i++) {
      send(event("rising", "n" + i, hours(now, 1), error(TRACE.formatted(i, i), null, null)));
    }
    await("rising", json -> count(json) == 2);

    JsonPath page = get("rising", "&window=PT16H&sort=rising");
    assertThat(page.getList("diagnoses.rising")).isEqualTo(List.of(true, false));
    assertThat(page.getDouble("diagnoses[0].risingBy")).isGreaterThan(1);
    assertThat(get("rising", "&window=PT16H&sort=rising&limit=1").getInt("next")).isEqualTo(1);
    assertThat(get("rising", "&window=PT16H&sort=rising&limit=1&after=1").getList("diagnoses.kind"))
        .isEqualTo(List.of("LOG"));
  }

  @Test
  void tellsWhatIsAskedAgainAndWhatStandsOut() throws InterruptedException {
    Instant now = Instant.now();
    for (int i = 0; i < 40; i++) {
      send(
          event("asked", "old" + i, hours(now, 10 + i), question("How do I install version " + i)));
    }
    for (int i = 0; i < 12; i++) {
      send(event("asked", "new" + i, hours(now, 1), question("怎么备份数据库？第 " + i + " 次")));
    }
    send(event("asked", "new3", hours(now, 1), question("怎么备份数据库？")));
    send(event("asked", "alone", hours(now, 1), question("My name is Zaphod Beeblebrox")));
    send(event("asked", "gone", hours(now, 1), question("如何备份数据库")));
    send(event("asked", "v", now, new EventVoided("/forum", "gone", null, null)));

    JsonPath topics = topics("asked");
    Instant end = Instant.now().plusSeconds(60);
    while (topics.getInt("texts") != 13 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      topics = topics("asked");
    }

    assertThat(topics.getInt("texts")).isEqualTo(13);
    assertThat(topics.getInt("textsBefore")).isEqualTo(30);
    assertThat(topics.getList("terms.term", String.class))
        .contains("备份数据", "份数据库")
        .noneMatch(term -> term.contains("zaphod"));
    assertThat(topics.getBoolean("terms[0].rising")).isTrue();
    assertThat(topics.getDouble("terms[0].risingBy")).isGreaterThan(4);
    assertThat(topics.getInt("terms[0].texts")).isEqualTo(12);
    assertThat(topics.getInt("questions[0].texts")).isEqualTo(12);
    assertThat(topics.getString("questions[0].latest.source")).isEqualTo("/forum");
    assertThat(topics.getInt("questions[0].textsBefore")).isZero();
    assertThat(topics.getBoolean("questions[0].rising")).isTrue();
    assertThat(topics.getDouble("questions[0].risingBy")).isGreaterThan(4);
  }

  @Test
  void anErasedProjectKeepsOnlyWhatHappensLater() throws Exception {
    Instant before = Instant.now().minusSeconds(60);
    String trace = TRACE.formatted(1, 1);
    send(event("leaving", "e1", before, error(trace, "1.0", null)));
    send(event("leaving", "e0", before, error("disk 7 is full", "1.0", null)));
    send(event("leaving", "q1", before, question("怎么备份数据库？")));
    for (UpstreamData data : aCase()) {
      send(event("leaving", data.getClass().getSimpleName(), before, data));
    }
    send(event("leaving", "v1", before, new EventVoided("/forum", "slip", null, null)));
    send(event("staying", "e1", before, error(trace, "1.0", null)));
    await("leaving", json -> reports(json) == 2);
    await("staying", json -> reports(json) == 1);
    correct("leaving", "q1");
    awaitTables(
        "leaving",
        "case_need",
        "case_rating",
        "case_transition",
        "correction",
        "fault",
        "fault_report",
        "log_template",
        "mode_case",
        "mode_need",
        "observation_voided",
        "solution_event",
        "tool_use",
        "topic_text");

    erase("{\"project\": \"leaving\"}");

    // That and when it was erased, and by whom.
    assertThat(tablesOf("leaving")).containsExactly("erasure");
    assertThat(count(get("leaving", ""))).isZero();
    assertThat(topics("leaving").getInt("texts")).isZero();
    assertThat(corrections("leaving")).isEmpty();
    assertThat(reports(get("staying", ""))).isEqualTo(1);
    assertThat(audited("leaving")).containsExactly("ERASE_PROJECT");
    send(event("leaving", "e1", before, error(trace, "1.0", null)));
    send(event("leaving", "e2", Instant.now(), error(TRACE.formatted(2, 2), "1.0", null)));
    await("leaving", json -> reports(json) == 2);
    erasure.sweep(Instant.EPOCH);
    await("leaving", json -> reports(json) == 1);
  }

  @Test
  void anErasedUserLeavesNoTextBehind() throws InterruptedException {
    Instant before = Instant.now().minusSeconds(60);
    send(event("people", "q1", before, asked("My backup of Zaphod fails", USER)));
    send(event("people", "e1", before, failed(TRACE.formatted(1, 1), USER)));
    send(event("people", "q2", before, asked("Backups fail", "u_k1_abcdefghijklmnopqrst02")));
    awaitTexts("people", 2);
    await("people", json -> reports(json) == 1);
    List.of("q1", "e1", "q2").forEach(id -> correct("people", id));

    erase("{\"project\": \"people\", \"user\": \"" + USER + "\"}");

    assertThat(topics("people").getInt("texts")).isEqualTo(1);
    assertThat(corrections("people")).containsExactly("q2");
    // A fault is a thing: what was reported of it still counts.
    assertThat(reports(get("people", ""))).isEqualTo(1);
    assertThat(audited("people")).containsExactly("ERASE_USER");
    given()
        .contentType("application/json")
        .body("{\"project\": \"people\", \"user\": \"zaphod\"}")
        .post("/v1/erasures")
        .then()
        .statusCode(400)
        .body("field", equalTo("/user"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          window=P7D, project
          project=faults&window=yesterday, window
          project=faults&window=P900D, window
          project=faults&sort=beauty, sort
          project=faults&limit=0, limit
          project=faults&after=-1, after
          """)
  void namesTheParameterAtFault(String query, String field) {
    given()
        .get("/v1/diagnoses?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_FIELD"))
        .body("field", equalTo(field));
  }

  private static List<UpstreamData> aCase() {
    return List.of(
        new CaseOpened(
            "c1", null, "Queries are slow", null, null, null, null, null, List.of(), null),
        new CaseResolved("c1", null, List.of("phone"), BigDecimal.TEN, null),
        new SolutionApplied("performance", "c1", "phone", null, null),
        new SurveyAnswered(Map.of("overall", 5), "c1", null, null, null, null, null));
  }

  private void awaitTables(String project, String... tables) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!tablesOf(project).equals(List.of(tables)) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(tablesOf(project)).containsExactly(tables);
  }

  /** The tables that have rows of a project, in the order of the alphabet. */
  private List<String> tablesOf(String project) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> all = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select table_name from information_schema.columns where table_schema = 'classifier'"
                  + " and column_name = 'project' order by table_name")) {
        while (names.next()) {
          all.add(names.getString(1));
        }
      }
      for (String table : all) {
        try (ResultSet rows =
            statement.executeQuery(
                "select from " + table + " where project = '" + project + "' limit 1")) {
          if (rows.next()) {
            tables.add(table);
          }
        }
      }
    }
    return tables;
  }

  /** Returns once the correction is published. */
  private static void correct(String project, String id) {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "project",
                project,
                "target",
                Map.of("source", "/forum", "id", id),
                "category",
                "OTHER",
                "text",
                "Zaphod"))
        .post("/v1/corrections")
        .then()
        .statusCode(201);
    Instant end = Instant.now().plusSeconds(30);
    while (given().get("/v1/corrections?project=" + project).path("corrections[0].published")
            != Boolean.TRUE
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  private static List<String> corrections(String project) {
    return given()
        .get("/v1/corrections?project=" + project)
        .jsonPath()
        .getList("corrections.target.id", String.class);
  }

  private static void erase(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/erasures")
        .then()
        .statusCode(200)
        .body("rows", greaterThan(0));
  }

  private List<String> audited(String project) {
    return topic
        .await(Topics.AUDIT, 1, record -> Topic.header(record, "ce_project").equals(project))
        .stream()
        .map(record -> ((OperationAudited) Topic.decode(record).data()).operation())
        .toList();
  }

  private static void awaitTexts(String project, int count) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (topics(project).getInt("texts") != count && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(topics(project).getInt("texts")).isEqualTo(count);
  }

  private void send(SupportEvent event) {
    topic.send(event);
    topic.flush();
  }

  private static JsonPath await(String project, Predicate<JsonPath> complete)
      throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    JsonPath page = get(project, "");
    while (!complete.test(page) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      page = get(project, "");
    }
    assertThat(complete.test(page)).as(page.prettify()).isTrue();
    return page;
  }

  private static JsonPath get(String project, String more) {
    return given().get("/v1/diagnoses?project=" + project + more).jsonPath();
  }

  private static JsonPath topics(String project) {
    return given().get("/v1/topics?window=PT8H&project=" + project).jsonPath();
  }

  private static int count(JsonPath page) {
    return page.get("diagnoses") == null ? -1 : page.getInt("count");
  }

  private static int reports(JsonPath page) {
    return page.get("diagnoses") == null
        ? -1
        : page.getList("diagnoses.reports", Integer.class).stream().mapToInt(n -> n).sum();
  }

  private static Instant hours(Instant now, int ago) {
    return now.minus(Duration.ofHours(ago));
  }

  private static SupportEvent event(String project, String id, Instant at, UpstreamData data) {
    return new SupportEvent(project, "/forum", id, at, null, at, Topic.DIGEST, data);
  }

  private static ErrorReported error(
      String message, @Nullable String version, @Nullable Long count) {
    return new ErrorReported(message, null, version, null, count, null, null);
  }

  private static ErrorReported failed(String message, String user) {
    return new ErrorReported(message, null, null, null, null, user, null);
  }

  private static QuestionAsked question(String text) {
    return asked(text, null);
  }

  private static QuestionAsked asked(String text, @Nullable String user) {
    return new QuestionAsked(text, null, null, null, user, null, null);
  }
}
