package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.Service;
import java.net.URI;
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
