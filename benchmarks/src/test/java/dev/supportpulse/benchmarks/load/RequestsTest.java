package dev.supportpulse.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {

  @Test
  void no_event_is_like_another() {
    Requests requests =
        Requests.post(
            URI.create("http://127.0.0.1:80/e"),
            "text/plain",
            Map.of("key", "k"),
            "é %s %s".formatted(Requests.NUMBER, Requests.NUMBER),
            999);

    assertThat(requests.events()).isEqualTo(2);
    assertThat(text(requests))
        .isEqualTo(
            "POST /e HTTP/1.1\r\nhost: 127.0.0.1:80\r\ncontent-type: text/plain\r\n"
                + "content-length: 28\r\nkey: k\r\n\r\né 000000000999 000000001000");
    assertThat(text(requests)).endsWith("é 000000001001 000000001002");
  }

  private static String text(Requests requests) {
    ByteBuf request = requests.next(UnpooledByteBufAllocator.DEFAULT);
    try {
      assertThat(request.readableBytes()).isEqualTo(requests.bytes());
      return request.toString(StandardCharsets.UTF_8);
    } finally {
      request.release();
    }
  }
}
