package dev.supportpulse.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prints how the services' logs end when a test fails: their files are deleted with everything else
 * of the pipeline. JUnit finds it by itself.
 */
public final class LogsOfFailure implements AfterTestExecutionCallback {

  private static final int LINES = 60;

  /** The folders of what runs now. */
  static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

  @Override
  public void afterTestExecution(ExtensionContext test) throws IOException {
    if (test.getExecutionException().isEmpty()) {
      return;
    }
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path log : files.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
          print(test.getDisplayName(), log);
        }
      }
    }
  }

  private static void print(String test, Path log) throws IOException {
    Deque<String> end = new ArrayDeque<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines.forEach(
          line -> {
            end.addLast(line);
            if (end.size() > LINES) {
              end.removeFirst();
            }
          });
    }
    System.out.println("== " + test + " failed; " + log.getFileName() + " ends:");
    end.forEach(System.out::println);
  }
}
