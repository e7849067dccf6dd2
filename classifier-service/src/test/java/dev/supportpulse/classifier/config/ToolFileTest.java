package dev.supportpulse.classifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supportpulse.classifier.need.Language;
import dev.supportpulse.classifier.tool.Tool;
import dev.supportpulse.events.Channel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolFileTest {

  private static final String OWN =
      """
      tools:
        - id: war-room
          names: {en: War room, zh: 作战室}
          channels: [PHONE, CHAT]
          languages: [en, zh]
          hours: {days: [MONDAY, FRIDAY], from: "09:00", to: "18:00", timeZone: Asia/Shanghai}
          cost: {currency: EUR, perMinute: "1.50", perUse: "20", perSeat: "99", seats: 2, perOutcome: "5"}
      """;

  @Test
  void readsAToolOfOnesOwn() {
    Tool tool = ToolFile.read("own.yaml", OWN).get(0);

    assertThat(tool.id()).isEqualTo("war-room");
    assertThat(tool.names()).containsEntry(Language.CHINESE, "作战室");
    assertThat(tool.channels()).containsExactlyInAnyOrder(Channel.PHONE, Channel.CHAT);
    assertThat(Objects.requireNonNull(tool.hours()).days())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(Objects.requireNonNull(tool.hours()).from()).isEqualTo(LocalTime.of(9, 0));
    assertThat(Objects.requireNonNull(tool.cost()).perMinute()).isEqualTo(new BigDecimal("1.50"));
    assertThat(Objects.requireNonNull(tool.cost()).seats()).isEqualTo(2);
  }

  @Test
  void anOwnToolReplacesTheShippedOneOfItsId() {
    Tool own = ToolFile.read("own.yaml", OWN).get(0);
    Tool shipped = ToolFile.read("a", OWN.replace("War room", "Room")).get(0);
    Tool other = ToolFile.read("a", OWN.replace("war-room", "phone")).get(0);

    assertThat(ToolFile.merged(List.of(shipped, other), List.of(own))).containsExactly(own, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          war-room => War Room! => /tools/0/id must be
          zh: 作战室 => de: Raum => /tools/0/names/de is not a field
          PHONE => PIGEON => /tools/0/channels/0 must be
          [en, zh] => [] => /tools/0/languages must be
          MONDAY => Mondays => /tools/0/hours/days/0 must be
          "09:00" => "nine" => /tools/0/hours/from must be
          "18:00" => "08:00" => /tools/0/hours/to must be after
          Asia/Shanghai => Mars => /tools/0/hours/timeZone must be
          EUR => GOLD => /tools/0/cost/currency must be
          1.50 => -1 => /tools/0/cost/perMinute must be
          perUse: "20" => perUse: 20 => /tools/0/cost/perUse must be
          seats: 2 => seats: -2 => /tools/0/cost/seats must be
          perOutcome => perMood => /tools/0/cost/perMood is not a field
          tools: => tool: => /tool is not a field
          """)
  void namesTheFieldAtFault(String was, String becomes, String message) {
    assertThatThrownBy(() -> ToolFile.read("own.yaml", OWN.replace(was, becomes)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own.yaml: " + message);
  }

  @Test
  void refusesAnIdTwiceAndWhatIsNoYaml() {
    assertThatThrownBy(() -> ToolFile.read("own.yaml", OWN + OWN.substring(OWN.indexOf("  - id"))))
        .hasMessageContaining("/tools/1/id is that of an earlier tool: war-room");
    assertThatThrownBy(() -> ToolFile.read("own.yaml", "tools: [")).hasMessageContaining("no YAML");
  }
}
