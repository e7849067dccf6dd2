package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private StateFile state;

  @BeforeEach
  void createStateFile() {
    state = new StateFile(folder.resolve("processes"));
  }

  @AfterEach
  void endWhatWasStarted() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void endsWhatAKilledRunLeft() throws Exception {
    ProcessHandle polite = sleeper("exec sleep 600");
    ProcessHandle stubborn = sleeper("trap '' TERM; while :; do sleep 1; done");
    RecordedProcess broker = RecordedProcess.of("broker", polite, 8084);
    RecordedProcess intake = RecordedProcess.of("intake", stubborn, 8081);
    state.write(List.of(broker, intake));

    List<RecordedProcess> ended = Leftovers.end(state.read());

    assertThat(ended).containsExactly(broker, intake);
    assertThat(polite).matches(process -> !Processes.isRunning(process));
    assertThat(stubborn).matches(process -> !Processes.isRunning(process));
  }

  @Test
  void sparesAStrangerWhoGotTheSameProcessId() throws Exception {
    ProcessHandle stranger = sleeper("exec sleep 600");
    RecordedProcess own = RecordedProcess.of("broker", stranger, 8084);
    RecordedProcess gone =
        new RecordedProcess(
            "broker", own.pid(), own.startedAt().minus(Duration.ofMinutes(5)), 8084);

    List<RecordedProcess> ended = Leftovers.end(List.of(gone));

    assertThat(ended).isEmpty();
    assertThat(stranger).matches(Processes::isRunning);
  }

  @Test
  void skipsLinesThatWereCutOffAndAFileThatIsNotThere() throws Exception {
    assertThat(state.read()).isEmpty();

    RecordedProcess broker = RecordedProcess.of("broker", ProcessHandle.current(), 8084);
    Files.writeString(state.file(), broker.line() + "\nintake 12");

    assertThat(state.read()).containsExactly(broker);
  }

  private ProcessHandle sleeper(String script) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", script).start();
    started.add(process);
    return process.toHandle();
  }
}
