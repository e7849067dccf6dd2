package dev.supportpulse.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

  @ParameterizedTest
  @EnumSource
  void every_type_is_found_by_its_wire_name(EventType type) {
    assertThat(type.wireName()).isEqualTo("dev.supportpulse." + type.shortName());
    assertThat(EventType.fromWireName(type.wireName())).contains(type);
    assertThat(EventType.fromWireName(type.shortName())).isEmpty();
  }

  @Test
  void only_the_services_publish_classifications_rejections_and_audits() {
    Set<EventType> own =
        Set.of(EventType.NEED_CLASSIFIED, EventType.EVENT_REJECTED, EventType.OPERATION_AUDITED);

    assertThat(EventType.values())
        .allSatisfy(type -> assertThat(type.upstream()).isEqualTo(!own.contains(type)));
  }

  @ParameterizedTest
  @EnumSource
  void what_can_be_classified_has_a_text(EventType type) {
    Set<EventType> classifiable =
        Set.of(
            EventType.FEEDBACK_SUBMITTED,
            EventType.SURVEY_ANSWERED,
            EventType.CASE_OPENED,
            EventType.QUESTION_ASKED,
            EventType.ERROR_REPORTED);

    if (GoldenEvents.full(type).event().data() instanceof UpstreamData data) {
      assertThat(data.classifiable()).isEqualTo(classifiable.contains(type));
    }
    if (GoldenEvents.minimal(type).event().data() instanceof UpstreamData data) {
      assertThat(data.classifiable())
          .isEqualTo(type == EventType.QUESTION_ASKED || type == EventType.ERROR_REPORTED);
    }
  }
}
