package dev.supportpulse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUsageTest {

  @Test
  void a_name_may_hold_anything() {
    String stat =
        "4711 (java) R (x)) S 1 4711 4711 0 -1 4194304 9 0 0 0 1234 66 300 50 20 0 40 0 100 5 6";

    assertThat(ProcessUsage.cpuSeconds(stat)).isEqualTo(13.0);
    assertThat(ProcessUsage.endedChildren(stat)).isEqualTo(3.5);
  }

  @Test
  void memory_is_the_share_of_shared_pages_too() {
    String rollup =
        """
        00400000-7ffd rollup
        Rss:              204800 kB
        Pss:              102400 kB
        Pss_Anon:          90000 kB
        """;

    assertThat(ProcessUsage.memoryMiB(rollup)).isEqualTo(100.0);
  }

  @Test
  void this_process_has_taken_something() {
    ProcessUsage self = new ProcessUsage(ProcessHandle.current());

    assertThat(self.cpuSeconds()).isPositive();
    assertThat(self.memoryMiB()).isGreaterThan(10);
  }
}
