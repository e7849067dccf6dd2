package dev.supportpulse.metrics.http;

import static dev.supportpulse.metrics.http.Api.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document names what the routes take. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OpenApiComponentTest {

  @Test
  void namesEveryParameterOfTheFigures() throws IOException {
    JsonNode paths =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString()).get("paths");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1summary/get")))
        .containsExactly(
            "at",
            "attribution",
            "compare",
            "currency",
            "filter.category",
            "filter.channel",
            "filter.mode",
            "filter.tier",
            "groupBy",
            "project",
            "window");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1series/get")))
        .containsExactly(
            "attribution",
            "compare",
            "currency",
            "figure",
            "filter.category",
            "filter.channel",
            "filter.mode",
            "filter.tier",
            "from",
            "granularity",
            "groupBy",
            "project",
            "timeZone",
            "to");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1stream/get")))
        .contains("window", "groupBy", "compare", "project")
        .doesNotContain("at");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1feedback/get")))
        .contains("figure", "caseId", "limit", "after")
        .doesNotContain("groupBy");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1accounts/get")))
        .containsExactly("at", "currency", "limit", "project", "sort", "window");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1forecast/get")))
        .containsExactly("at", "coverage", "history", "horizon", "project");
    assertThat(parameters(paths.at("/~1v1~1projects~1{project}~1topics/get")))
        .containsExactly("limit", "project", "window");
  }

  @Test
  void describesTheProblemsOfEveryRoute() throws Exception {
    JsonNode paths =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString()).get("paths");
    List<String> undescribed = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          JsonNode responses = operation.getValue().path("responses");
                          if (!responses.at("/400/content").has("application/problem+json")
                              || !responses.at("/503/content").has("application/problem+json")) {
                            undescribed.add(operation.getKey() + " " + path.getKey());
                          }
                        }));
    assertThat(undescribed).isEmpty();
    assertThat(schemaOf(paths, "/~1v1~1projects~1{project}~1rebuild/post")).endsWith("/Rebuilt");
    assertThat(schemaOf(paths, "/~1v1~1projects~1{project}/delete")).endsWith("/Erasure");
  }

  private static String schemaOf(JsonNode paths, String operation) {
    return paths.at(operation + "/responses/200/content/application~1json/schema/$ref").asText();
  }

  private static Set<String> parameters(JsonNode operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode parameter : operation.get("parameters")) {
      assertThat(parameter.has("schema")).as("%s", parameter).isTrue();
      names.add(parameter.get("name").asText());
    }
    return names;
  }
}
