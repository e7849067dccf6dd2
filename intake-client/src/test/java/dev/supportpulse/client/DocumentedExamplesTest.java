package dev.supportpulse.client;

import static dev.supportpulse.client.IntakeClientTest.accepted;
import static dev.supportpulse.client.IntakeClientTest.events;
import static dev.supportpulse.client.IntakeClientTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedExamplesTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Path COMPILED =
      Path.of("src/test/java/dev/supportpulse/client/DocumentedExamples.java");

  @ParameterizedTest
  @ValueSource(strings = {"java-client.md", "intake.md"})
  void what_the_page_shows_is_what_is_compiled(String page) throws IOException {
    Matcher examples = JAVA.matcher(Files.readString(Path.of("../docs/api").resolve(page)));
    List<String> shown = new ArrayList<>();
    while (examples.find()) {
      shown.add(unindented(examples.group(1)));
    }
    assertThat(shown).isNotEmpty();
    assertThat(unindented(Files.readString(COMPILED))).contains(shown);
  }

  @Test
  void it_works() throws Exception {
    try (Answers intake = new Answers(request -> told(request, event -> accepted()))) {
      IntakeClient client = DocumentedExamples.client(intake.address(), null);
      DocumentedExamples.send(client, List.of(DocumentedExamples.event()));
      assertThat(intake.requests()).hasSize(1);
      assertThat(intake.requests().get(0).body()).contains("\"overall\":5", "\"answer-4711\"");

      assertThat(DocumentedExamples.stream(client, events(1_200))).isEmpty();
      assertThat(intake.requests()).hasSize(4);
    }
  }

  private static String unindented(String java) {
    return Pattern.compile("^ +", Pattern.MULTILINE).matcher(java).replaceAll("");
  }
}
