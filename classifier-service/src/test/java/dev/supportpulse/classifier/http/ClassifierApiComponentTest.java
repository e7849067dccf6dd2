package dev.supportpulse.classifier.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP interface of the running service. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ClassifierApiComponentTest {

  @Test
  void answersTheSourceDocumentsQuestion() {
    post("/support", Map.of("question", "如何安装此项目？"))
        .statusCode(200)
        .body("solution", containsString("请参考官方安装指南进行操作"))
        .body("language", is("zh"))
        .body("score", greaterThan(3f))
        .body("match", is("WORDS"))
        .body("article.id", is("install"));
  }

  @Test
  void answersByMeaningWhatNoArticleHasTheWordsFor() throws InterruptedException {
    Map<String, String> question = Map.of("question", "Locked out of the admin account");
    Instant end = Instant.now().plusSeconds(60);
    while (post("/support", question).extract().path("match") == null
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    post("/support", question)
        .body("article.id", is("password"))
        .body("match", is("MEANING"))
        .body("score", allOf(greaterThan(0.24f), lessThanOrEqualTo(1f)));

    Map<String, String> text = Map.of("text", "Locked out of the admin account");
    post("/v1/classifications", text)
        .body("solution.id", is("password"))
        .body("solution.match", is("MEANING"));
    post("/v1/classifications?tier=fast", text).body("solution", nullValue());
  }

  @Test
  void answersInEnglishToEnglish() {
    post("/support", Map.of("question", "how do I install this project?"))
        .statusCode(200)
        .body("solution", containsString("official installation guide"))
        .body("language", is("en"));
  }

  @Test
  void admitsThatItDoesNotKnowAndNamesTheWayToAHuman() {
    post("/support", Map.of("question", "红烧肉怎么做"))
        .statusCode(200)
        .body("solution", allOf(containsString("抱歉"), containsString("人工")))
        .body("article", nullValue());
    post("/support", Map.of("question", "What is the meaning of life?"))
        .statusCode(200)
        .body("solution", allOf(containsString("don't know"), containsString("human")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                    | /question | INVALID_FIELD
          {"question": "  "}    | /question | INVALID_FIELD
          {"question": 7}       | /question | INVALID_FIELD
          {"question": null}    | /question | INVALID_FIELD
          ["question"]          | ''        | INVALID_FIELD
          {"question            | ''        | NOT_JSON
          """)
  void refusesABadQuestionNamingTheField(String body, String field, String code) {
    given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/support")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", is(code))
        .body("field", is(field));
  }

  @Test
  void refusesAnEmptyBodyAndOtherMediaTypes() {
    given().contentType(ContentType.JSON).post("/support").then().statusCode(400);
    given().contentType(ContentType.TEXT).body("hi").post("/support").then().statusCode(415);
    given().get("/support").then().statusCode(405);
  }

  @Test
  void refusesABodyOfTwoMebibytes() {
    given()
        .contentType(ContentType.JSON)
        .body("{\"question\": \"" + "x".repeat(2 << 20) + "\"}")
        .post("/support")
        .then()
        .statusCode(413);
  }

  @Test
  void listsTheToolsAsTheSourceDocumentDoes() {
    given()
        .get("/support_tools")
        .then()
        .statusCode(200)
        .header("Content-Language", "zh")
        .body("support_tools", is(List.of("知识库", "在线聊天", "电话支持", "远程桌面")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en                      | Knowledge base
          en-GB,zh;q=0.5          | Knowledge base
          zh-CN,zh;q=0.9,en;q=0.8 | 知识库
          fr;q=0.9,en;q=0.5       | Knowledge base
          fr                      | 知识库
          *                       | 知识库
          """)
  void namesToolsInTheLanguageAskedFor(String accepted, String first) {
    given()
        .header("Accept-Language", accepted)
        .get("/support_tools")
        .then()
        .statusCode(200)
        .body("support_tools[0]", is(first))
        .body("support_tools", hasSize(4));
  }

  @Test
  void tellsSentimentAndSecondaryTagsWithTheirEvidence() {
    post("/v1/classifications", Map.of("text", "Can I upgrade straight from version 2.8 to 4.0?"))
        .statusCode(200)
        .body("sentiment", is("NEUTRAL"))
        .body("secondary", hasItem("UPGRADE"))
        .body("secondaryEvidence.UPGRADE", not(empty()));
    post("/v1/classifications", Map.of("text", "Excellent support, thank you!"))
        .statusCode(200)
        .body("sentiment", is("POSITIVE"))
        .body("sentimentConfidence", greaterThan(0.5f));
  }

  @Test
  void hearsTheLabelsOfTheSource() {
    post(
            "/v1/classifications",
            Map.of("text", "It crashes with a null pointer", "labels", List.of("kind/bug")))
        .statusCode(200)
        .body("evidence.term", hasItem("label: kind/bug"));
    post("/v1/classifications", Map.of("text", "It crashes", "labels", "bug"))
        .statusCode(400)
        .body("field", is("/labels"));
  }

  @Test
  void theChannelIsCheckedAndChangesNothing() {
    Map<String, String> text = Map.of("text", "It crashes with a null pointer");
    float without = post("/v1/classifications", text).statusCode(200).extract().path("confidence");
    post(
            "/v1/classifications",
            Map.of("text", "It crashes with a null pointer", "channel", "FORUM"))
        .statusCode(200)
        .body("confidence", is(without));
    post("/v1/classifications", Map.of("text", "It crashes", "channel", "PIGEON"))
        .statusCode(400)
        .body("field", is("/channel"));
  }

  @Test
  void classifiesAText() {
    post(
            "/v1/classifications",
            Map.of("text", "Stored XSS in the comment field lets an attacker steal sessions"))
        .statusCode(200)
        .body("category", is("SECURITY"))
        .body("confidence", allOf(greaterThan(0.3f), lessThanOrEqualTo(1f)))
        .body("decision", notNullValue())
        .body("evidence.term", hasItem(containsString("xss")))
        .body("complexity", is("LOW"))
        .body("mode", is("HYBRID"))
        .body("modeRule", is("security-of-the-community"))
        .body("tools", hasItems("knowledge-base", "online-chat"))
        .body("language", is("en"))
        .body("tier", is("ACCURATE"))
        .body("modelVersion", matchesPattern("embedding-[0-9a-f]{12}"));
  }

  @Test
  void classifiesInTheTierThatIsAskedFor() {
    Map<String, String> text = Map.of("text", "升级之后查询非常慢，CPU 占用 100%");
    post("/v1/classifications?tier=fast", text)
        .statusCode(200)
        .body("category", is("PERFORMANCE"))
        .body("tier", is("FAST"))
        .body("modelVersion", matchesPattern("linear-[0-9a-f]{12}"));
    post("/v1/classifications?tier=ACCURATE", List.of(text, text))
        .statusCode(200)
        .body("category", everyItem(is("PERFORMANCE")))
        .body("tier", everyItem(is("ACCURATE")));
    post("/v1/classifications?tier=best", text)
        .statusCode(400)
        .body("field", is("tier"))
        .body("detail", containsString("fast or accurate"));
  }

  @Test
  void looksAtTitleAndCustomerTier() {
    post("/v1/classifications", Map.of("title", "如何安装此项目？", "text", "请问有安装步骤吗？", "tier", "PREMIUM"))
        .statusCode(200)
        .body("category", is("USAGE_QUESTION"))
        .body("mode", is("PAID"))
        .body("solution.id", is("install"));
  }

  @Test
  void classifiesABatchInItsOrder() {
    post(
            "/v1/classifications",
            List.of(
                Map.of("text", "建议增加导出 Excel 的功能"),
                Map.of("text", "The app crashes with a NullPointerException when I press save")))
        .statusCode(200)
        .body("category", is(List.of("FEATURE_REQUEST", "FUNCTIONAL_DEFECT")))
        .body("language", is(List.of("zh", "en")));
    post("/v1/classifications", List.of()).statusCode(200).body("", hasSize(0));
  }

  @Test
  void refusesABadBatchNamingTheItem() {
    post("/v1/classifications", Arrays.asList(Map.of("text", "fine"), Map.of("title", "no text")))
        .statusCode(400)
        .body("field", is("/1/text"));
    post("/v1/classifications", List.of("text")).statusCode(400).body("field", is("/0"));
    post("/v1/classifications", Map.of("text", "x", "title", 3))
        .statusCode(400)
        .body("field", is("/title"));
    post("/v1/classifications", Collections.nCopies(1_001, Map.of("text", "x")))
        .statusCode(400)
        .body("detail", containsString("1000"));
  }

  @Test
  void namesTheModelAndHowGoodItIs() {
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("models.tier", is(List.of("ACCURATE", "FAST")))
        .body("models.champion", everyItem(is(true)))
        .body("models.model.sequence", everyItem(is(1)))
        .body("models[0].model.figures.macroF1", greaterThan(0.85f))
        .body("models[1].model.figures.macroF1", greaterThan(0.79f))
        .body("models.model.figures.calibrationError", everyItem(lessThan(0.05f)))
        .body("models.model.figures.autoPrecision", everyItem(greaterThan(0.95f)))
        .body("models.model.figures.autoCoverage", everyItem(greaterThan(0.3f)))
        .body("models[0].model.dataHashes", hasKey("training.jsonl"))
        .body("models[0].model.trainedOn", matchesPattern("\\d{4}-\\d\\d-\\d\\d"))
        .body("models[0].model.texts.SECURITY", greaterThan(100));
  }

  @Test
  void isReadyWithItsPartitions() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem("event consumer assigned"))
        .body("checks.status", everyItem(is("UP")));
    given().get("/q/openapi").then().statusCode(200).body(not(containsString("500")));
  }

  private static ValidatableResponse post(String path, Object body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
