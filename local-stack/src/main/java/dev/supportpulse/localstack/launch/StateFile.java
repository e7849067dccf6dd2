package dev.supportpulse.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** Which processes run: written by the launcher, read by the next start, status and stop. */
record StateFile(Path file) {

  /** The part that is the launcher itself. */
  static final String LAUNCHER = "launcher";

  /** What is noted, in the order of starting; empty when nothing is. */
  List<RecordedProcess> read() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .flatMap(line -> RecordedProcess.parse(line).stream())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new Refusal("cannot read " + file + ": " + e, e);
    }
  }

  void write(List<RecordedProcess> processes) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(
          draft,
          processes.stream().map(process -> process.line() + "\n").collect(Collectors.joining()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("cannot write " + file + ": " + e, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Refusal("cannot delete " + file + ": " + e, e);
    }
  }
}
