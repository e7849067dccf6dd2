package dev.supportpulse.metrics.http;

import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.specification.RequestSpecification;

/** Calls the service under test; numbers in answers are doubles, not floats. */
final class Api {

  private Api() {}

  static RequestSpecification given() {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)));
  }
}
