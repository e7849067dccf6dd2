package dev.supportpulse.localstack.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RedriveTablesTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final RedriveTables tables =
      new RedriveTables(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void lettersStandInColumnsUnderTheirShortNames() throws IOException {
    tables.letters(
        json(
            """
            {"letters":[
              {"id":"support.metrics.dead-letters/0/17","keptAt":"2026-03-01T10:00:00Z","state":"WAITING",
               "code":"MALFORMED","reason":"/time is required","attempts":2,"project":"demo"},
              {"id":"support.metrics.dead-letters/0/18","keptAt":"2026-03-01T10:00:01Z","state":"PARKED",
               "code":"NOT_A_CLOUD_EVENT","reason":"none","attempts":5}],
             "looked":2,"next":"support.metrics.dead-letters/0/18"}"""));

    assertThat(text())
        .isEqualTo(
            """
            letter        state    tries  kept at               project  code               reason
            metrics/0/17  WAITING  2      2026-03-01T10:00:00Z  demo     MALFORMED          /time is required
            metrics/0/18  PARKED   5      2026-03-01T10:00:01Z           NOT_A_CLOUD_EVENT  none
            There may be more: add --after metrics/0/18
            """);
  }

  @Test
  void aDryRunSaysSo() throws IOException {
    tables.report(
        json(
            """
            {"dryRun":true,"done":1,"left":1,"letters":[
              {"id":"support.rejected/3/1","state":"WAITING","code":"TIME_TOO_OLD","project":"demo",
               "action":"REDRIVE","to":"support.events","attempt":2},
              {"id":"support.rejected/3/2","state":"FINAL","code":"INVALID_FIELD","project":"demo",
               "action":"NONE","why":"send it again"}]}"""));

    assertThat(text())
        .isEqualTo(
            """
            letter        state    project  code           would be
            rejected/3/1  WAITING  demo     TIME_TOO_OLD   sent to support.events, attempt 2
            rejected/3/2  FINAL    demo     INVALID_FIELD  left                               send it again
            Nothing was done. Add --yes to do it.
            """);
  }

  @Test
  void nothingIsToldInWords() throws IOException {
    tables.counts(json("{\"topics\":[{\"topic\":\"t\",\"older\":0,\"counts\":[]}]}"));

    assertThat(text()).isEqualTo("Nothing was set aside.\n");
  }

  private static JsonNode json(String text) throws IOException {
    return EventCodec.mapper().readTree(text);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
