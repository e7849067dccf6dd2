package dev.supportpulse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

  @TempDir Path folder;

  @Test
  void aChildEndsWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                ChildProcess.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.resolve("log").toString())
            .redirectError(Redirect.INHERIT)
            .start();
    ProcessHandle child;
    try (BufferedReader said = parent.inputReader()) {
      child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
    }

    parent.destroyForcibly();

    assertThat(Processes.awaitEnd(child, Duration.ofSeconds(30))).isTrue();
  }

  /** Starts a child that would run on, says its process id, and waits. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
      ChildProcess child =
          ChildProcess.start("sleeper", List.of("sleep", "600"), Map.of(), Path.of(args[0]));
      System.out.println(child.handle().pid());
      child.handle().onExit().join();
    }
  }
}
