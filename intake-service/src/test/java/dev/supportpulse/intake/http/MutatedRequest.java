package dev.supportpulse.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.supportpulse.events.GoldenEvents;
import dev.supportpulse.events.GoldenEvents.Golden;
import dev.supportpulse.intake.http.body.Packed;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A request that may be anything: in every format, with every mistake. */
final class MutatedRequest {

  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String PLAIN = "application/json";

  private static final List<String> ODD_TYPES =
      List.of(
          "application/json; charset=utf-16",
          "application/json;;;",
          "text/plain",
          "application/xml",
          "multipart/form-data",
          "*/*",
          "a",
          "application/cloudevents-batch+json; x=\"",
          "APPLICATION/JSON");

  /** Endless in one direction each, and small enough to be sent often. */
  private static final List<String> GIANTS =
      List.of(
          "[".repeat(50_000),
          "{\"a\":".repeat(20_000),
          "[" + "{},".repeat(1500) + "{}]",
          "[" + "7,".repeat(999) + "7]",
          "9".repeat(50_000),
          "\"" + "\\ud800".repeat(5000) + "\"",
          "{\"data\":\"" + "é".repeat(50_000) + "\"}",
          "{" + "\"k\":1,".repeat(5000) + "\"k\":2}");

  private final String head;
  private final byte[] body;

  /**
   * A request.
   *
   * @param head the request line and the headers, but the length
   */
  MutatedRequest(String head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** The next one. */
  static MutatedRequest next(Random random, int number) {
    return new Maker(random, number).make();
  }

  /** All of it, as it goes over the wire. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        (head + "Content-Length: " + body.length + "\n\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return head + "\n" + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** Makes one request; each kind of it is equally likely. */
  private record Maker(Random random, int number, Mutations mutations) {

    Maker(Random random, int number) {
      this(random, number, new Mutations(random));
    }

    MutatedRequest make() {
      return switch (random.nextInt(11)) {
        case 0 -> events(STRUCTURED, mutated());
        case 1 -> events(PLAIN, mutated());
        case 2 -> events(BATCH, several());
        case 3 -> events(PLAIN, several());
        case 4 -> binary();
        case 5 -> urlencoded();
        case 6 -> multipart();
        case 7 -> packed();
        case 8 ->
            to("/feedback", PLAIN, mutations.mutated("{\"type\":\"positive\",\"text\":\"a\"}"));
        case 9 -> events(pick(ODD_TYPES), mutated());
        default -> random.nextInt(20) == 0 ? giant() : events(STRUCTURED, garbage());
      };
    }

    private byte[] mutated() {
      return random.nextInt(20) == 0
          ? utf8(event().toString())
          : mutations.mutated(event().toString());
    }

    private ObjectNode event() {
      List<Golden> golden = GoldenEvents.all();
      ObjectNode event = pick(golden).json().deepCopy();
      return event.put("id", "m" + number + "-" + random.nextInt(1000)).put("project", "mutated");
    }

    private byte[] several() {
      StringBuilder array = new StringBuilder("[").append(event());
      for (int i = random.nextInt(4); i > 0; i--) {
        array.append(',').append(event());
      }
      return mutations.mutated(array.append(']').toString());
    }

    private MutatedRequest binary() {
      ObjectNode event = event();
      StringBuilder headers = new StringBuilder();
      event
          .properties()
          .forEach(
              attribute -> {
                if (!attribute.getKey().equals("data") && random.nextInt(20) > 0) {
                  String value = attribute.getValue().asText();
                  headers
                      .append("ce-")
                      .append(attribute.getKey())
                      .append(": ")
                      .append(
                          header(random.nextInt(8) == 0 ? mutations.mutated(value) : utf8(value)))
                      .append('\n');
                }
              });
      return new MutatedRequest(
          "POST /v1/events HTTP/1.1\nHost: x\nContent-Type: application/json\n" + headers,
          mutations.mutated(event.path("data").toString()));
    }

    /** What a header can hold at all. */
    private static String header(byte[] value) {
      return new String(value, StandardCharsets.UTF_8).replaceAll("[^\\x20-\\x7e]", "%C3");
    }

    private MutatedRequest urlencoded() {
      String form =
          "type=positive&project=mutated&text="
              + URLEncoder.encode("导入 stalls & fails", StandardCharsets.UTF_8);
      String text =
          random.nextBoolean() ? form : form.replace("%", pick(List.of("%%", "%F", "+", "%00")));
      return to("/feedback", "application/x-www-form-urlencoded", damagedSometimes(utf8(text)));
    }

    private MutatedRequest multipart() {
      String body =
          """
          --b
          Content-Disposition: form-data; name="type"

          positive
          --b
          Content-Disposition: form-data; name="text"; filename="a.txt"
          Content-Type: text/plain; charset=%s

          导入 stalls
          --b--
          """
              .formatted(pick(List.of("UTF-8", "no-such", "\"", "utf-16")))
              .replace("\n", "\r\n");
      String boundary = pick(List.of("b", "b", "b", "c", "\"", "", "b\"; boundary=c"));
      return to(
          "/feedback", "multipart/form-data; boundary=" + boundary, damagedSometimes(utf8(body)));
    }

    private MutatedRequest packed() {
      String coding = pick(List.of("gzip", "zstd", "gzip", "zstd", "br", "gzip, zstd"));
      byte[] packed = coding.equals("gzip") ? Packed.gzip(mutated()) : Packed.zstd(mutated());
      return new MutatedRequest(
          "POST /v1/events HTTP/1.1\nHost: x\nContent-Encoding: "
              + coding
              + "\nContent-Type: "
              + PLAIN
              + "\n",
          damagedSometimes(packed));
    }

    private byte[] damagedSometimes(byte[] bytes) {
      return random.nextBoolean() ? mutations.damaged(bytes) : bytes;
    }

    private MutatedRequest giant() {
      return events(pick(List.of(STRUCTURED, BATCH, PLAIN)), utf8(pick(GIANTS)));
    }

    private byte[] garbage() {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      return bytes;
    }

    private static MutatedRequest events(String type, byte[] body) {
      return to("/v1/events", type, body);
    }

    private static MutatedRequest to(String path, String type, byte[] body) {
      return new MutatedRequest(
          "POST %s HTTP/1.1\nHost: x\nContent-Type: %s\n".formatted(path, type), body);
    }

    private <T> T pick(List<T> among) {
      return among.get(random.nextInt(among.size()));
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
