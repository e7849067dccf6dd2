package dev.supportpulse.intake.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.supportpulse.events.EventCodec;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published API description is complete, and the client module is generated from it. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ApiDescriptionComponentTest {

  /** What intake-client is generated from; its build checks that it is valid OpenAPI. */
  private static final Path CONTRACT = Path.of("../intake-client/src/main/openapi/intake.yaml");

  private static final Path SERVED = Path.of("target/openapi/intake.yaml");

  @Test
  void the_client_is_generated_from_what_is_served() throws IOException {
    String served = get("/q/openapi?format=yaml");
    Files.createDirectories(SERVED.getParent());
    Files.writeString(SERVED, served);

    assertThat(CONTRACT)
        .as(
            "the API has changed; if that is meant, run"
                + " cp intake-service/target/openapi/intake.yaml"
                + " intake-client/src/main/openapi/intake.yaml")
        .hasContent(served);
  }

  @Test
  void every_operation_says_what_it_does_and_shows_it() throws IOException {
    JsonNode api = EventCodec.mapper().readTree(get("/q/openapi?format=json"));
    List<String> gaps = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        gaps.addAll(gaps(operation.getKey() + " " + path.getKey(), operation.getValue()));
      }
    }
    assertThat(gaps).isEmpty();
  }

  private static List<String> gaps(String name, JsonNode operation) {
    List<String> gaps = new ArrayList<>();
    for (String field : List.of("operationId", "summary")) {
      if (operation.path(field).asText().isBlank()) {
        gaps.add(name + " has no " + field);
      }
    }
    for (Map.Entry<String, JsonNode> type : operation.at("/requestBody/content").properties()) {
      if (!hasExample(type.getValue())) {
        gaps.add(name + " shows no example of " + type.getKey());
      }
    }
    for (Map.Entry<String, JsonNode> answer : operation.get("responses").properties()) {
      boolean error = answer.getKey().charAt(0) > '3';
      JsonNode content = answer.getValue().path("content");
      if (error && !content.has("application/problem+json")) {
        gaps.add(name + " answers " + answer.getKey() + " without a problem document");
      }
      for (Map.Entry<String, JsonNode> type : content.properties()) {
        if (!hasExample(type.getValue())) {
          gaps.add(name + " shows no example of " + answer.getKey() + " " + type.getKey());
        }
      }
    }
    return gaps;
  }

  private static boolean hasExample(JsonNode content) {
    return content.has("example") || content.has("examples");
  }

  private static String get(String address) {
    return given().get(address).then().statusCode(200).extract().asString();
  }
}
