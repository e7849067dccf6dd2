package dev.supportpulse.metrics.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import dev.supportpulse.metrics.figure.Reason;
import dev.supportpulse.metrics.query.FigureName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page at the root comes whole from this service, and speaks of what the API answers. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class DashboardComponentTest {

  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(dashboard/[^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");
  private static final Pattern WORD = Pattern.compile("data-word=\"(\\w+)\"");

  @Test
  void everyPartOfThePageIsServedFromHere() {
    String page = served("/");
    assertThat(page).contains("default-src 'self'").doesNotContain("https://", "http://");
    assertThat(found(ASSET, page)).hasSize(2).allSatisfy(asset -> served("/" + asset));
    assertThat(found(IMPORT, served("/dashboard/dashboard.js")))
        .hasSize(4)
        .allSatisfy(script -> served("/dashboard/" + script));
  }

  @Test
  void bothLanguagesHaveAWordForEverything() throws Exception {
    JsonNode words = new ObjectMapper().readTree(served("/dashboard/words.json"));
    assertThat(names(words)).containsExactly("en", "zh");
    for (String part : List.of("words", "figures", "reasons", "windows")) {
      assertThat(names(words.at("/zh/" + part))).as(part).isEqualTo(names(words.at("/en/" + part)));
    }
    assertThat(names(words.at("/en/words"))).containsAll(found(WORD, served("/")));
    assertThat(names(words.at("/en/reasons")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Enum::name).toList());
    assertThat(names(words.at("/en/figures")))
        .allSatisfy(name -> assertThat(FigureName.parse(name).wireName()).isEqualTo(name));
  }

  private static String served(String path) {
    return given().get(path).then().statusCode(200).extract().asString();
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
