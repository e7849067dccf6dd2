package dev.supportpulse.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void itsTypeAndTitleFollowFromItsCode() {
    Problem problem = Problem.of(400, "INVALID_FIELD", "/data/text", "is required");

    assertThat(new ObjectMapper().valueToTree(problem).toString())
        .isEqualTo(
            """
            {"type":"urn:supportpulse:problem:invalid-field","title":"Invalid field","status":400,\
            "code":"INVALID_FIELD","field":"/data/text","detail":"is required"}""");
  }

  @Test
  void aFieldThatIsNotAtFaultIsLeftOut() {
    assertThat(new ObjectMapper().valueToTree(Problem.of(503, "AWAY", null, "later")).has("field"))
        .isFalse();
  }

  @Test
  void whatMayPassSaysWhenToTryAgainInWholeSecondsAtLeastOne() {
    ProblemException away =
        new ProblemException(Problem.of(503, "AWAY", null, "later"), Duration.ofMillis(300));

    try (Response response = new ProblemMappers().problem(away)) {
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
      assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
    }
  }
}
