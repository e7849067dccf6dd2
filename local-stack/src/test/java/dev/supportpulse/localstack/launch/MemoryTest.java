package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

  @TempDir Path folder;

  private Path meminfo;

  @BeforeEach
  void writeMeminfo() throws Exception {
    meminfo = folder.resolve("meminfo");
    Files.writeString(meminfo, "MemTotal:  4194304 kB\nMemAvailable:    2097152 kB\n");
  }

  @Test
  void isTheMachinesWhereNothingLimitsIt() throws Exception {
    Files.writeString(folder.resolve("memory.max"), "max\n");
    Files.writeString(folder.resolve("memory.current"), "12345\n");

    assertThat(Memory.available(meminfo, folder)).hasValue(2L << 30);
  }

  @Test
  void isWhatAContainersLimitLeavesIfThatIsLess() throws Exception {
    Files.writeString(folder.resolve("memory.max"), (1024L << 20) + "\n");
    Files.writeString(folder.resolve("memory.current"), (600L << 20) + "\n");
    Files.writeString(
        folder.resolve("memory.stat"), "anon 1\ninactive_file " + (200L << 20) + "\n");

    assertThat(Memory.available(meminfo, folder)).hasValue(624L << 20);
  }

  @Test
  void isUnknownWhereTheSystemDoesNotTell() {
    Path nowhere = folder.resolve("nowhere");

    assertThat(Memory.available(nowhere, nowhere)).isEmpty();
  }

  @Test
  void ofThisProcessIsMoreThanNothing() {
    assertThat(Memory.proportionalSetSize(Stream.of(ProcessHandle.current()))).isPositive();
  }
}
