package dev.supportpulse.systemtests;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** What a collector of traces does, as far as it listens: OTLP over HTTP, on a free port. */
final class TraceCollector implements AutoCloseable {

  private static final int RESOURCE_SPANS = 1;
  private static final int RESOURCE = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int PARENT_SPAN_ID = 4;
  private static final int NAME = 5;
  private static final int STATUS = 15;
  private static final int CODE = 3;
  private static final long ERROR = 2;
  private static final int ATTRIBUTES = 1;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  /**
   * A span that a service told.
   *
   * @param service as it calls itself
   * @param text all that it says, to be looked through
   */
  record Received(
      String service,
      String trace,
      String name,
      boolean failed,
      boolean isContinued,
      String text) {}

  static TraceCollector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TraceCollector collector = new TraceCollector(server);
    server.createContext("/v1/traces", collector::take);
    server.start();
    return collector;
  }

  /** Where services send to. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The spans of a trace that were told until now. */
  List<Received> ofTrace(String trace) {
    return received.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  /** Fields by their numbers in opentelemetry-proto's trace.proto, which never change. */
  private void take(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream body = exchange.getRequestBody();
    UnknownFieldSet request = UnknownFieldSet.parseFrom(packed ? new GZIPInputStream(body) : body);
    for (UnknownFieldSet resource : messages(request, RESOURCE_SPANS)) {
      String service = service(messages(resource, RESOURCE).get(0));
      for (UnknownFieldSet scope : messages(resource, SCOPE_SPANS)) {
        for (ByteString span : scope.getField(SPANS).getLengthDelimitedList()) {
          received.add(received(service, span));
        }
      }
    }
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static Received received(String service, ByteString bytes) throws IOException {
    UnknownFieldSet span = UnknownFieldSet.parseFrom(bytes);
    return new Received(
        service,
        hex(span.getField(TRACE_ID).getLengthDelimitedList().get(0)),
        span.getField(NAME).getLengthDelimitedList().get(0).toStringUtf8(),
        messages(span, STATUS).stream()
            .anyMatch(status -> status.getField(CODE).getVarintList().contains(ERROR)),
        span.hasField(PARENT_SPAN_ID),
        bytes.toStringUtf8());
  }

  private static String service(UnknownFieldSet resource) throws IOException {
    for (UnknownFieldSet attribute : messages(resource, ATTRIBUTES)) {
      ByteString key = attribute.getField(KEY).getLengthDelimitedList().get(0);
      if (key.toStringUtf8().equals("service.name")) {
        return messages(attribute, VALUE)
            .get(0)
            .getField(STRING)
            .getLengthDelimitedList()
            .get(0)
            .toStringUtf8();
      }
    }
    throw new IOException("a resource without service.name");
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet of, int field) throws IOException {
    List<UnknownFieldSet> messages = new ArrayList<>();
    for (ByteString each : of.getField(field).getLengthDelimitedList()) {
      messages.add(UnknownFieldSet.parseFrom(each));
    }
    return messages;
  }

  private static String hex(ByteString bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append("%02x".formatted(each));
    }
    return text.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
