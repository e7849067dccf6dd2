package dev.supportpulse.classifier.tool;

import static dev.supportpulse.events.NeedCategory.PERFORMANCE;
import static dev.supportpulse.events.NeedCategory.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvenToolsTest {

  private final ProvenTools tools = new ProvenTools(List.of("war-room", "flame-graph"), 0.5, 0.95);

  @Test
  void ownToolsSuitWhereTheySurelyHelped() {
    // Lower ends: 0.74 of 11 in 11, 0.48 of 4 in 4, 0.03 of none.
    tools.use(
        Map.of(
            "demo",
            List.of(
                new ToolTally("war-room", PERFORMANCE, 11, 0),
                new ToolTally("flame-graph", PERFORMANCE, 4, 0),
                new ToolTally("flame-graph", null, 90, 0))));

    assertThat(tools.own("demo", PERFORMANCE)).containsExactly("war-room");
    assertThat(tools.own("demo", SECURITY)).isEmpty();
    assertThat(tools.own("other", PERFORMANCE)).isEmpty();
    assertThat(tools.own(null, PERFORMANCE)).isEmpty();
  }

  @Test
  void ordersByTheLowerEndAndLeavesTheUntriedInTheirOrder() {
    tools.use(
        Map.of(
            "demo",
            List.of(
                new ToolTally("phone", PERFORMANCE, 70, 20),
                new ToolTally("war-room", PERFORMANCE, 2, 0),
                new ToolTally("video", PERFORMANCE, 0, 9))));

    assertThat(sorted("demo"))
        .containsExactly("phone", "war-room", "online-chat", "forum", "video");
    assertThat(sorted(null)).containsExactly("video", "online-chat", "forum", "war-room", "phone");
  }

  private List<String> sorted(@Nullable String project) {
    return List.of("video", "online-chat", "forum", "war-room", "phone").stream()
        .sorted(tools.bestFirst(project, PERFORMANCE))
        .toList();
  }
}
