package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard, in a real browser: the API's figures, live, in both languages. */
class DashboardSystemTest {

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(); // first, since without one nothing else is needed
    pipeline = Pipeline.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (pipeline != null) {
      pipeline.close();
    }
  }

  @Test
  void showsTheFiguresOfNowAndWhatChangesThem() throws Exception {
    post("first", "POSITIVE", 3);
    post("first-bad", "NEGATIVE", 1);
    URI metrics = pipeline.service(Service.METRICS).uri();
    awaitCounted(metrics, 4);

    browser.open(metrics.toString());
    browser.choose("project", "demo");
    browser.awaitText("figure-netSatisfaction", "0.5");
    browser.awaitText("figures-title", "Figures now");
    assertThat(browser.language()).isEqualTo("en");

    post("second", "NEGATIVE", 4); // nobody reloads the page
    browser.awaitText("figure-netSatisfaction", "-0.25");

    browser.choose("language", "zh");
    browser.awaitText("figures-title", "当前指标");
    browser.awaitText("figure-netSatisfaction", "-0.25");
    browser.awaitText("figure-supportCost", "暂无数据");
    assertThat(browser.language()).isEqualTo("zh");
    browser.choose("language", "en"); // the browser remembers it
  }

  @Test
  void tellsWhatUsersAskAboutAndWhenThatCanNotBeRead() throws Exception {
    Instant now = Instant.now();
    for (int i = 0; i < 20; i++) {
      ask("old-" + i, now.minus(Duration.ofHours(3)), "How do I install the nightly build?");
    }
    for (int i = 0; i < 6; i++) {
      Instant lately = now.minus(Duration.ofMinutes(5));
      ask("new-" + i, lately, "How do I rotate the signing key?");
      ask("again-" + i, lately, "Please tell me how to rotate our signing key");
    }
    URI metrics = pipeline.service(Service.METRICS).uri();
    Accounting.await(metrics, "questions", Map.of("accepted", 32L));
    awaitObserved(metrics.resolve("/v1/projects/questions/topics?window=PT1H"), 12, 20);

    browser.open(metrics.toString());
    browser.choose("project", "questions");
    browser.awaitText("topics-title", "Topics");
    browser.awaitTexts("terms", "signing key", "12", "rising, at least 2.6 times as often");
    browser.awaitTexts("questions", "signing key", "12", "rising, at least 2.6 times as often");

    browser.choose("language", "zh");
    browser.awaitText("topics-title", "话题");
    browser.awaitTexts("questions", "signing key", "12", "频率至少为此前的 2.6 倍");

    pipeline.service(Service.CLASSIFIER).kill();
    browser.choose("window", "PT24H");
    browser.awaitText("topics-state", "暂时无法读取话题；以上指标不受影响");
    browser.awaitText("figures-title", "当前指标");

    pipeline.killAndRestart(Service.CLASSIFIER);
    pipeline.service(Service.CLASSIFIER).awaitReady();
    browser.awaitTexts("questions", "signing key", "12", "nightly build", "20", "尚无法判断");
    browser.choose("language", "en");
  }

  private static void ask(String id, Instant time, String text) throws Exception {
    ObjectNode event = EventCodec.mapper().createObjectNode();
    event.put("project", "questions").put("source", "/forum").put("id", id);
    event.put("type", "dev.supportpulse.question.asked").put("time", time.toString());
    event.putObject("data").put("text", text);
    URI events = pipeline.service(Service.INTAKE).uri().resolve("/v1/events");
    Http.Answer answer = Http.post(events, "application/json", event.toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
  }

  /** So that the page has the topics at once, not only when it asks again. */
  private static void awaitObserved(URI topics, int texts, int before) throws Exception {
    Instant deadline = Instant.now().plusSeconds(60);
    JsonNode now = Http.get(topics).body();
    while (now.at("/texts").asInt() != texts || now.at("/textsBefore").asInt() != before) {
      assertThat(Instant.now()).as("%s", now).isBefore(deadline);
      Thread.sleep(200);
      now = Http.get(topics).body();
    }
  }

  private static void post(String name, String sentiment, int count) throws Exception {
    ArrayNode batch = EventCodec.mapper().createArrayNode();
    for (int i = 0; i < count; i++) {
      ObjectNode event = batch.addObject();
      event.put("project", "demo").put("source", "/forum").put("id", name + "-" + i);
      event.put("type", "dev.supportpulse.feedback.submitted");
      event.put("time", Instant.now().toString());
      event.putObject("data").put("sentiment", sentiment);
    }
    URI events = pipeline.service(Service.INTAKE).uri().resolve("/v1/events");
    Http.Answer answer = Http.post(events, "application/json", batch.toString());
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
  }

  /** So that the page finds the project when it asks which there are. */
  private static void awaitCounted(URI metrics, long count) throws Exception {
    Accounting.await(metrics, "demo", Map.of("accepted", count));
  }
}
