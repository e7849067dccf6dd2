package dev.supportpulse.intake.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.intake.http.body.Wire.Answer;
import dev.supportpulse.intake.kafka.LogReader;
import dev.supportpulse.localstack.KafkaBroker;
import dev.supportpulse.localstack.testing.KafkaTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the wire: how bodies come in, and what those are told that come in otherwise. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class BodiesComponentTest {

  private static final int MEBIBYTE = 1 << 20;

  /** As in the configuration of the tests. */
  private static final Duration RECEIVE_WITHIN = Duration.ofSeconds(3);

  /** What one client may have in memory: as configured, 80 % of 16 MiB. */
  private static final double ROOM_FOR_ONE = 0.8 * 16 * MEBIBYTE;

  @SuppressWarnings("NullAway.Init") // injected by the test resource
  KafkaBroker broker;

  @SuppressWarnings("NullAway.Init") // injected by the framework
  @TestHTTPResource
  URI intake;

  @Inject MeterRegistry meters;

  private String project = "";

  @BeforeEach
  void aProjectOfItsOwn() {
    project = "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void a_body_may_be_packed(String coding) throws IOException {
    try (Wire wire = new Wire(intake)) {
      byte[] event = utf8(event("1"));
      byte[] form = utf8("type=positive&project=" + project);

      assertThat(post(wire, coding, "application/json", packed(coding, event)).status())
          .isEqualTo(202);
      assertThat(
              post(wire, coding, "application/json", packed(coding, utf8("[" + event("2") + "]")))
                  .status())
          .isEqualTo(202);
      wire.send(
          "POST /feedback HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Encoding: %s\nContent-Length: %d\n\n"
              .formatted(coding, packed(coding, form).length));
      assertThat(wire.send(packed(coding, form)).answer().status()).isEqualTo(202);
    }
    assertThat(new LogReader(broker).events(project)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void a_bomb_is_a_problem_and_the_connection_goes_on(String coding) throws IOException {
    try (Wire wire = new Wire(intake)) {
      Answer refusal = post(wire, coding, "application/json", Packed.zeros(coding, 1024));

      assertProblem(refusal, 413, "REQUEST_TOO_LARGE");
      assertThat(refusal.body()).contains("unpacks to more");
      assertThat(post(wire, "identity", "application/json", utf8(event("1"))).status())
          .isEqualTo(202);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd, gzip", "aes128gcm"})
  void other_codings_are_a_problem_that_names_ours(String coding) throws IOException {
    try (Wire wire = new Wire(intake)) {
      Answer refusal = post(wire, coding, "application/json", utf8(event("1")));

      assertProblem(refusal, 415, "UNSUPPORTED_CONTENT_ENCODING");
      assertThat(refusal.headers()).containsEntry("Accept-Encoding", "gzip, zstd");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd"})
  void what_is_not_packed_as_it_says_is_a_problem(String coding) throws IOException {
    try (Wire wire = new Wire(intake)) {
      assertProblem(
          post(wire, coding, "application/json", utf8(event("1"))),
          415,
          "UNSUPPORTED_CONTENT_ENCODING");
    }
  }

  /** As clients do that would rather speak HTTP/2, such as Java's. */
  @Test
  void who_offers_http_2_goes_on_with_1_1() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpRequest request =
        HttpRequest.newBuilder(intake.resolve("/v1/events"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event("1")))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void a_chunked_body_beyond_the_limit_is_a_problem_and_the_connection_goes_on()
      throws IOException {
    try (Wire wire = new Wire(intake)) {
      wire.send(head("Transfer-Encoding: chunked"));
      byte[] piece = new byte[MEBIBYTE];
      for (int i = 0; i < 11; i++) {
        wire.send("%x\n".formatted(piece.length)).send(piece).send("\n");
      }
      assertProblem(wire.send("0\n\n").answer(), 413, "REQUEST_TOO_LARGE");
      assertThat(post(wire, "identity", "application/json", utf8(event("1"))).status())
          .isEqualTo(202);
    }
  }

  @Test
  void an_endless_body_is_cut_off_with_a_problem() throws IOException {
    try (Wire wire = new Wire(intake)) {
      wire.send(head("Content-Length: 1099511627776"));

      Answer refusal = wire.answer();

      assertProblem(refusal, 413, "REQUEST_TOO_LARGE");
      assertThat(refusal.headers()).containsEntry("Connection", "close");
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void who_asks_before_sending_is_told_once_to_go_on() throws IOException {
    byte[] event = utf8(event("1"));
    try (Wire wire = new Wire(intake)) {
      wire.send(head("Expect: 100-continue\nContent-Length: " + event.length));
      assertThat(wire.answer().status()).isEqualTo(100);
      assertThat(wire.send(event).answer().status()).isEqualTo(202);
    }
    try (Wire wire = new Wire(intake)) {
      wire.send(head("Expect: 100-continue\nContent-Length: " + 11 * MEBIBYTE));
      assertProblem(wire.answer(), 413, "REQUEST_TOO_LARGE");
    }
  }

  @Test
  void who_trickles_takes_no_place_and_is_cut_off() throws IOException {
    List<Wire> slow = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Wire wire = new Wire(intake);
      slow.add(wire.send(head("Content-Length: " + 10 * MEBIBYTE)).send(new byte[1000]));
    }
    Instant start = Instant.now();
    try (Wire wire = new Wire(intake)) {
      for (int i = 0; i < 20; i++) {
        assertThat(post(wire, "identity", "application/json", utf8(event("e" + i))).status())
            .isEqualTo(202);
      }
    }
    for (Wire wire : slow) {
      Answer refusal = wire.answer();
      assertProblem(refusal, 408, "REQUEST_TIMEOUT");
      assertThat(wire.isClosed()).isTrue();
      wire.close();
    }
    assertThat(Duration.between(start, Instant.now()))
        .isBetween(RECEIVE_WITHIN.dividedBy(2), RECEIVE_WITHIN.multipliedBy(4));
  }

  @Test
  void a_full_house_says_so_and_has_room_again_when_the_slow_ones_are_cut_off() throws Exception {
    List<Wire> slow = new ArrayList<>();
    byte[] event = utf8(event("1") + " ".repeat(MEBIBYTE - 500));
    try (Wire wire = new Wire(intake)) {
      Answer refusal;
      Instant deadline = Instant.now().plus(RECEIVE_WITHIN.multipliedBy(8));
      do { // a machine may be so slow that the first are cut off before the house is full
        slow.addAll(fullHouse(event.length));
        refusal = post(wire, "identity", "application/json", event);
      } while (refusal.status() == 202 && Instant.now().isBefore(deadline));
      assertProblem(refusal, 503, "TOO_BUSY");
      assertThat(refusal.headers()).containsEntry("Retry-After", "2");

      assertThat(eventually(wire, event, 202).status()).isEqualTo(202);
    }
    for (Wire wire : slow) {
      assertThat(wire.answer().status()).isIn(408, 503);
      assertThat(wire.isClosed()).isTrue();
      wire.close();
    }
  }

  @Test
  void who_hangs_up_leaves_nothing_behind() throws Exception {
    byte[] event = utf8(event("1") + " ".repeat(MEBIBYTE / 2));
    for (int i = 0; i < 40; i++) {
      try (Wire wire = new Wire(intake)) {
        wire.send(head("Content-Length: " + event.length));
        wire.send(i % 2 == 0 ? event : Arrays.copyOf(event, event.length - 1));
      }
    }

    Instant deadline = Instant.now().plus(RECEIVE_WITHIN.multipliedBy(4));
    while (inFlight() > 0 && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
    }
    assertThat(inFlight()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404, NOT_FOUND",
    "GET, /v1/events, 405, METHOD_NOT_ALLOWED",
    "DELETE, /feedback, 405, METHOD_NOT_ALLOWED",
    "POST, /nowhere, 404, NOT_FOUND",
    "POST, /v1/events, 415, UNSUPPORTED_MEDIA_TYPE",
    "POST, /feedback, 415, UNSUPPORTED_MEDIA_TYPE",
  })
  void whatever_is_refused_is_a_problem(String method, String path, int status, String code)
      throws IOException {
    try (Wire wire = new Wire(intake)) {
      wire.send("%s %s HTTP/1.1\nHost: x\nContent-Length: 2\n\n{}".formatted(method, path));
      assertProblem(wire.answer(), status, code);
    }
  }

  @Test
  void what_no_client_would_take_as_answer_is_a_problem() throws IOException {
    try (Wire wire = new Wire(intake)) {
      wire.send(head("Accept: image/png\nContent-Length: 2") + "{}");
      assertProblem(wire.answer(), 406, "NOT_ACCEPTABLE");
    }
  }

  private double inFlight() {
    return meters.get("supportpulse.intake.in.flight.bytes").gauge().value();
  }

  /**
   * Clients that send half of what they announced, so many that no more than this has room. One
   * after the other: of several that come in at once, more may be refused than are too many.
   */
  private List<Wire> fullHouse(int noRoomFor) throws IOException, InterruptedException {
    List<Wire> slow = new ArrayList<>();
    double before = inFlight();
    while (before + noRoomFor <= ROOM_FOR_ONE) {
      Wire wire = new Wire(intake);
      slow.add(wire.send(head("Content-Length: " + 2 * MEBIBYTE)).send(new byte[MEBIBYTE]));
      Instant deadline = Instant.now().plusSeconds(1);
      while (inFlight() < before + MEBIBYTE && Instant.now().isBefore(deadline)) {
        Thread.sleep(2);
      }
      before = inFlight();
    }
    return slow;
  }

  private static Answer eventually(Wire wire, byte[] event, int status) throws IOException {
    Instant deadline = Instant.now().plus(RECEIVE_WITHIN.multipliedBy(4));
    Answer answer = post(wire, "identity", "application/json", event);
    while (answer.status() != status && Instant.now().isBefore(deadline)) {
      answer = post(wire, "identity", "application/json", event);
    }
    return answer;
  }

  private static Answer post(Wire wire, String coding, String type, byte[] body)
      throws IOException {
    return wire.send(
            "POST /v1/events HTTP/1.1\nHost: x\nContent-Type: %s\nContent-Encoding: %s\nContent-Length: %d\n\n"
                .formatted(type, coding, body.length))
        .send(body)
        .answer();
  }

  private static String head(String more) {
    return "POST /v1/events HTTP/1.1\nHost: x\nContent-Type: application/json\n" + more + "\n\n";
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }

  private static byte[] packed(String coding, byte[] body) {
    return coding.equals("gzip") ? Packed.gzip(body) : Packed.zstd(body);
  }

  private String event(String id) {
    return """
        {"project":"%s","source":"/forum","id":"%s","type":"dev.supportpulse.feedback.submitted",\
        "data":{"sentiment":"POSITIVE"}}"""
        .formatted(project, id);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
