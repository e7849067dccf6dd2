package dev.supportpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortPlanTest {

  @Test
  void aBusyPortIsNamedWithTheRemedy() throws Exception {
    try (ServerSocket squatter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int base = squatter.getLocalPort() - 1;

      assertThatThrownBy(() -> new PortPlan(base).requireFree())
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("port %d (intake) is busy", squatter.getLocalPort())
          .hasMessageContaining("--port-base")
          .hasMessageNotContaining("\n");
    }
  }
}
