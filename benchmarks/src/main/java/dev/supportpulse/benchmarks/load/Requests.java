package dev.supportpulse.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An endless row of HTTP requests that are equal but for the numbers of their events, so that no
 * event is like another. Not for several threads.
 */
public final class Requests {

  /** What stands for the number in the text of an event; every number has as many digits. */
  public static final String NUMBER = "#".repeat(12);

  private final byte[] request;
  private final int[] numbers;
  private long next;

  private Requests(byte[] request, int[] numbers, long first) {
    this.request = request;
    this.numbers = numbers;
    this.next = first;
  }

  /**
   * Posts of that body.
   *
   * @param body holds {@link #NUMBER} once for each event
   * @param first the number of the first event
   */
  public static Requests post(
      URI target, String contentType, Map<String, String> headers, String body, long first) {
    byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(target.getRawPath()).append(" HTTP/1.1\r\n");
    head.append("host: ").append(target.getAuthority()).append("\r\n");
    head.append("content-type: ").append(contentType).append("\r\n");
    head.append("content-length: ").append(utf8.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] request = (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
    return new Requests(request, positions(request), first);
  }

  private static int[] positions(byte[] request) {
    // Latin-1 keeps positions of bytes.
    String text = new String(request, StandardCharsets.ISO_8859_1);
    List<Integer> positions = new ArrayList<>();
    for (int at = text.indexOf(NUMBER); at >= 0; at = text.indexOf(NUMBER, at + 1)) {
      positions.add(at);
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many events each request has. */
  public int events() {
    return numbers.length;
  }

  /** How many bytes each request has, head included. */
  public int bytes() {
    return request.length;
  }

  /** The next request. */
  ByteBuf next(ByteBufAllocator allocator) {
    for (int position : numbers) {
      writeNumber(position, next++);
    }
    return allocator.buffer(request.length).writeBytes(request);
  }

  private void writeNumber(int position, long number) {
    long rest = number;
    for (int digit = position + NUMBER.length() - 1; digit >= position; digit--) {
      request[digit] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
