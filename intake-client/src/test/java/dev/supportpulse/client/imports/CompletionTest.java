package dev.supportpulse.client.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private static final String ROW =
      "{\"type\":\"survey.answered\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"ratings\":{\"overall\":5}}}";

  private final Completion completion = new Completion("demo", "/import");

  @Test
  void fills_in_what_is_missing_and_nothing_else() throws JsonProcessingException {
    ObjectNode bare = completion.complete(row(ROW));
    assertThat(bare.get("specversion").asText()).isEqualTo("1.0");
    assertThat(bare.get("project").asText()).isEqualTo("demo");
    assertThat(bare.get("source").asText()).isEqualTo("/import");
    assertThat(bare.get("type").asText()).isEqualTo("dev.supportpulse.survey.answered");
    assertThat(bare.get("id").asText()).matches("import-[0-9a-f]{32}");

    String whole =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"project\":\"p\",\"type\":\"x\"}";
    assertThat(completion.complete(row(whole))).hasToString(whole);
  }

  @Test
  void equal_rows_are_different_events_and_the_same_ones_next_time()
      throws JsonProcessingException {
    String reordered =
        "{\"data\": {\"ratings\": {\"overall\": 5}}, \"time\": \"2026-01-01T00:00:00Z\","
            + " \"type\": \"dev.supportpulse.survey.answered\", \"id\": null}";
    String first = id(completion, ROW);
    String second = id(completion, reordered);
    String third = id(completion, ROW);
    assertThat(Set.of(first, second, third)).hasSize(3);

    Completion again = new Completion("demo", "/import");
    assertThat(id(again, reordered)).isEqualTo(first);
    assertThat(id(again, ROW)).isEqualTo(second);
    assertThat(id(again, ROW)).isEqualTo(third);

    assertThat(id(new Completion("other", "/import"), ROW)).isNotEqualTo(first);
  }

  @Test
  void half_a_surrogate_pair_has_an_id_too() throws JsonProcessingException {
    assertThat(id(completion, "{\"data\":{\"text\":\"\\ud800\"}}"))
        .isNotEqualTo(id(completion, "{\"data\":{\"text\":\"\\ud801\"}}"));
  }

  @Test
  void ordinals_count_as_a_map_does() {
    Random random = new Random(7);
    Ordinals ordinals = new Ordinals();
    Map<Long, Integer> expected = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long print = random.nextInt(100_000) * 0x9E3779B97F4A7C15L;
      int before = expected.merge(print, 1, Integer::sum) - 1;
      assertThat(ordinals.next(print)).isEqualTo(before);
    }
    assertThat(new HashSet<>(expected.values()).size()).isGreaterThan(3);
  }

  private static String id(Completion completion, String json) throws JsonProcessingException {
    return completion.complete(row(json)).get("id").asText();
  }

  private static ObjectNode row(String json) throws JsonProcessingException {
    return (ObjectNode) Json.ROWS.readTree(json);
  }
}
