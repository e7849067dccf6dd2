package dev.supportpulse.classifier.kafka;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.classifier.modefile.Rules;
import dev.supportpulse.events.CaseOpened;
import dev.supportpulse.events.CaseResolved;
import dev.supportpulse.events.EventVoided;
import dev.supportpulse.events.NeedClassified;
import dev.supportpulse.events.QuestionAsked;
import dev.supportpulse.events.SupportEvent;
import dev.supportpulse.events.Topics;
import dev.supportpulse.events.UpstreamData;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Support recommended by rules that change, with a real broker, database and folder. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@WithTestResource(PostgresTestResource.class)
class ModesComponentTest {

  private static final String SLOW = "Queries are very slow, CPU at 100 %";

  private final Instant then = Instant.now().minus(Duration.ofDays(2));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @ConfigProperty(name = "supportpulse.classifier.modes.folder")
  Path folder;

  private Topic topic;
  private String rules;
  private int sent;

  @BeforeEach
  void open() throws IOException {
    topic = new Topic(bootstrapServers);
    rules = Files.readString(folder.resolve("ruled.yaml"));
  }

  @AfterEach
  void close() throws IOException {
    topic.close();
    write(rules);
  }

  /** At once: nobody sees half a file. */
  private void write(String yaml) throws IOException {
    Path next = Files.writeString(folder.resolve("ruled.next"), yaml);
    Files.move(next, folder.resolve("ruled.yaml"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  void rulesChangeWhileTheServiceRunsAndWrongOnesDoNot() throws Exception {
    await(this::inForce, json -> version(json).equals("1"));
    write(rules.replace("version: \"1\"", "version: \"2\"").replace("HYBRID\n", "PAID\n"));
    await(this::inForce, json -> version(json).equals("2"));
    classify("ruled", SLOW)
        .body("mode", equalTo("PAID"))
        .body("support.ruleSet", equalTo("ruled"))
        .body("support.ruleSetVersion", equalTo("2"));

    write(rules.replace("mode: HYBRID", "mode: CHEAP"));
    JsonPath told = await(this::inForce, json -> !json.getList("refused").isEmpty());

    assertThat(version(told)).isEqualTo("2");
    assertThat(told.getString("refused[0]"))
        .contains("ruled.yaml", "rule \"slow\"", "/rules/0/mode", "must be one of");
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'mode rules' }.data.refused",
            containsString("/rules/0/mode"));
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("supportpulse_classifier_mode_rules_refused 1.0"));
    given().get("/v1/mode-rules?project=other").then().body("refused.size()", equalTo(0));
  }

  @Test
  void pastCasesTellHowComplexTheNextOneIs() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      send("ruled", opened("past" + i, SLOW));
      send("ruled", resolved("past" + i, i == 3 ? "9999" : "180"));
    }
    SupportEvent taken = send("ruled", resolved("past3", "1"));
    topic.send(
        new SupportEvent(
            "ruled",
            "/desk",
            "void",
            then,
            null,
            then,
            Topic.DIGEST,
            new EventVoided("/desk", "m7", "a slip", null)));
    topic.flush();
    assertThat(taken.id()).isEqualTo("m8");

    JsonPath found =
        await(
            () -> classify("ruled", SLOW).extract().jsonPath(),
            json -> "PT2H15M15S".equals(json.getString("support.estimate.effort")));

    // 180, 180, 180 and 1 minutes.
    assertThat(found.getInt("support.pastCases")).isEqualTo(4);
    assertThat(found.getString("support.complexityFrom")).isEqualTo("PAST_CASES");
    assertThat(found.getString("complexity")).isEqualTo("HIGH");
    assertThat(found.getString("support.pastEffort")).isEqualTo("PT3H");
    assertThat(found.getString("support.estimate.effortFrom")).isEqualTo("PAST_CASES");
    // 541 / 4 minutes, half of them the team's: at 60 an hour, and 10 and 90 an hour.
    assertThat(found.getString("support.estimate.cost")).isEqualTo("67.62");
    assertThat(found.getString("support.estimate.price")).isEqualTo("111.44");
  }

  @Test
  void publishesTheRuleWithTheClassification() {
    SupportEvent event = send("published", question(SLOW));
    topic.flush();

    NeedClassified found =
        topic
            .await(
                Topics.CLASSIFICATIONS,
                1,
                record -> Topic.decode(record).key().equals(event.identity()))
            .stream()
            .map(record -> (NeedClassified) Topic.decode(record).data())
            .findFirst()
            .orElseThrow();

    NeedClassified.Support support = Objects.requireNonNull(found.support());
    assertThat(support.ruleSet()).isEqualTo("_default");
    assertThat(support.rule()).isEqualTo("performance");
    assertThat(support.escalation()).containsExactly("community", "support team");
    assertThat(support.estimate()).isNull();
  }

  @Test
  void aDryRunTellsWhatWouldHaveChanged() throws InterruptedException {
    send("tried", opened("c1", SLOW));
    send("tried", opened("c1", "Still very slow, CPU at 100 %"));
    send("tried", question(SLOW));
    send("tried", question("How do I install this project?"));
    topic.flush();
    String proposed = rules.replace("mode: HYBRID", "mode: PAID");

    JsonPath run =
        await(
            () -> dryRun("project=tried", proposed).statusCode(200).extract().jsonPath(),
            json -> json.getInt("needs") == 3);

    assertThat(run.getInt("changed")).isEqualTo(2);
    assertThat(run.getBoolean("complete")).isTrue();
    assertThat(run.getList("modes"))
        .isEqualTo(List.of(move("FREE", "FREE", 1), move("HYBRID", "PAID", 2)));
    assertThat(run.getList("byCategory.PERFORMANCE")).isEqualTo(List.of(move("HYBRID", "PAID", 2)));
    assertThat(run.getString("money[0].inForce.cost")).isEqualTo("0");
    assertThat(run.getInt("money[0].proposed.needs")).isEqualTo(3);
    assertThat(run.getList("sample.proposed.rule")).containsExactly("slow", "slow");
    assertThat(run.getList("sample.inForce.rule")).containsExactly("performance", "performance");
    dryRun("project=tried&as=default", Rules.text(Path.of("src/main/resources/modes.yaml")))
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("needs", equalTo(3))
        .body("sample.size()", equalTo(0));
    classify("tried", SLOW).body("support.ruleSet", equalTo("_default"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          mode: HYBRID => mode: CHEAP => project=tried => /rules/0/mode => rule "slow": must be one of
          firstResponse: PT4H => firstResponse: 4 => project=tried => /rules/0/firstResponse => such as PT8H
          version: => wersion: => project=tried => /wersion => is not a field here
          when: => when: => project=tried&as=default => /rules/0/when => left out in the last rule
          rules: => rules: [ => project=tried => '' => is no YAML
          when: => when: => project=tried&as=mine => as => own or default
          when: => when: => project=tried&window=P1000D => window => must be from
          when: => when: => window=P1D => project => is required
          """)
  void refusesABadProposalNamingRuleAndField(
      String was, String becomes, String query, String field, String detail) {
    dryRun(query, rules.replace(was, becomes))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(detail));
  }

  @Test
  void showsTheRulesThatShip() {
    given()
        .get("/v1/mode-rules")
        .then()
        .statusCode(200)
        .body("project", nullValue())
        .body("ruleSets[0].name", equalTo("_default"))
        .body("ruleSets[0].rules[0].name", equalTo("premium-customer"))
        .body("ruleSets[0].rules[-1].name", equalTo("everyday-need"));
  }

  private JsonPath inForce() {
    return given().get("/v1/mode-rules?project=ruled").jsonPath();
  }

  private static String version(JsonPath json) {
    return json.getString("ruleSets[0].version");
  }

  private static ValidatableResponse classify(String project, String text) {
    return given()
        .contentType("application/json")
        .body(Map.of("text", text, "project", project))
        .post("/v1/classifications?tier=fast")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse dryRun(String query, String yaml) {
    return given()
        .contentType("application/yaml")
        .body(yaml.getBytes(UTF_8))
        .post("/v1/mode-rules/dry-run?" + query)
        .then();
  }

  private static Map<String, Object> move(String from, String to, int needs) {
    return Map.of("from", from, "to", to, "needs", needs);
  }

  private static JsonPath await(Supplier<JsonPath> asked, Predicate<JsonPath> done)
      throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    JsonPath answer = asked.get();
    while (!done.test(answer) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      answer = asked.get();
    }
    assertThat(done.test(answer)).as(answer.prettify()).isTrue();
    return answer;
  }

  private SupportEvent send(String project, UpstreamData data) {
    String id = "m" + sent++;
    SupportEvent event =
        new SupportEvent(project, "/desk", id, then, null, then, Topic.DIGEST, data);
    topic.send(event);
    return event;
  }

  private static CaseOpened opened(String caseId, String text) {
    return new CaseOpened(caseId, null, text, null, null, null, null, null, List.of(), null);
  }

  private static CaseResolved resolved(String caseId, String minutes) {
    return new CaseResolved(caseId, null, List.of(), new BigDecimal(minutes), null);
  }

  private static QuestionAsked question(String text) {
    return new QuestionAsked(text, null, null, null, null, null, null);
  }
}
