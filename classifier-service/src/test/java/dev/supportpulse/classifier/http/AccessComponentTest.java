package dev.supportpulse.classifier.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.supportpulse.localstack.testing.KafkaTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource;
import dev.supportpulse.localstack.testing.KeysTestResource.TestKey;
import dev.supportpulse.service.access.Role;
import dev.supportpulse.service.access.http.OwnAuthentication;
import dev.supportpulse.service.access.http.ProjectIn;
import dev.supportpulse.service.access.http.Requires;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classifier with a file of keys. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = KeysTestResource.class, restrictToAnnotatedClass = true)
class AccessComponentTest {

  /** Routes of every kind that the service itself doesn't have. */
  @Path("/test-routes")
  public static class Routes {

    @GET
    @Path("undeclared")
    public String undeclared() {
      return "reached";
    }

    @GET
    @Path("own")
    @OwnAuthentication("the test's word")
    public String own() {
      return "reached";
    }

    @GET
    @Path("every")
    @Requires(value = Role.ADMIN, project = ProjectIn.EVERY)
    public String every() {
      return "reached";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/support_tools", "/v1/models"})
  void whatIsReadIsForViewers(String route) {
    given().get(route).then().statusCode(401).body("code", equalTo("KEY_REQUIRED"));
    as(TestKey.EMITTER).get(route).then().statusCode(403).body("code", equalTo("ROLE_FORBIDDEN"));
    as(TestKey.VIEWER).get(route).then().statusCode(200);
  }

  @Test
  void answersAndClassificationsAreForViewers() {
    Map<String, String> question = Map.of("question", "如何安装此项目？");
    given().contentType("application/json").body(question).post("/support").then().statusCode(401);
    as(TestKey.VIEWER).body(question).post("/support").then().statusCode(200);
    as(TestKey.OPERATOR)
        .body(Map.of("text", "It crashes"))
        .post("/v1/classifications")
        .then()
        .statusCode(200);
  }

  @Test
  void aRouteThatDeclaresNothingIsClosedToEverybody() {
    given().get("/test-routes/undeclared").then().statusCode(401);
    as(TestKey.ADMIN)
        .get("/test-routes/undeclared")
        .then()
        .statusCode(403)
        .body("code", equalTo("ROUTE_UNDECLARED"));
  }

  @Test
  void aRouteMayAskByItself() {
    given().get("/test-routes/own").then().statusCode(200);
  }

  @Test
  void aRouteAboutEveryProjectIsForKeysOfEveryProject() {
    as(TestKey.ADMIN)
        .get("/test-routes/every")
        .then()
        .statusCode(403)
        .body("code", equalTo("PROJECT_FORBIDDEN"));
  }

  private static RequestSpecification as(TestKey key) {
    return given().header("Authorization", key.bearer()).contentType("application/json");
  }
}
