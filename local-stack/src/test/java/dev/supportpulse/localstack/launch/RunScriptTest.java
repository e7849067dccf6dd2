package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunScriptTest {

  /** What the script printed, and its exit code. */
  private record Outcome(int exit, String printed) {}

  @TempDir Path folder;

  @Test
  void tellsHowItIsUsed() throws Exception {
    assertThat(run(Map.of(), "--help"))
        .matches(outcome -> outcome.exit() == 0)
        .extracting(Outcome::printed)
        .asString()
        .contains("--fresh", "--no-samples", "--port-base N", "status", "stop", "keys create");
  }

  @Test
  void tellsHowItIsUsedWhenItIsMisunderstood() throws Exception {
    assertThat(run(Map.of(), "--freash"))
        .matches(outcome -> outcome.exit() == 2)
        .extracting(Outcome::printed)
        .asString()
        .contains("'--freash' is not understood", "usage:");
  }

  @Test
  void aWrongJavaGetsOneLineWithTheRemedy() throws Exception {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 11'\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    Outcome outcome = run(Map.of("JAVA_HOME", folder.toString()), "--fresh");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.printed().strip())
        .contains("is Java 11, but 17 or newer is needed", "install JDK 17")
        .doesNotContain("\n");
  }

  @Test
  void noJavaAtAllGetsOneLineWithTheRemedy() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", folder.toString()));

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.printed().strip())
        .contains("there is no " + folder, "install JDK 17")
        .doesNotContain("\n");
  }

  private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of("../run").toRealPath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), printed);
  }
}
