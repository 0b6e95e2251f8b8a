package eu.digitalnorth.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for who keeps traces: takes what services send by OTLP over HTTP. */
final class TraceCollector {
  private static final int OK = 200;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort()));
  }

  /** What came in, byte by byte as ISO 8859-1; texts and ids stand in it as they are. */
  List<String> received() {
    return List.copyOf(received);
  }

  /** The services that told of spans of an exchange. */
  List<String> toldOf(UUID exchange, List<String> services) {
    byte[] trace =
        ByteBuffer.allocate(16)
            .putLong(exchange.getMostSignificantBits())
            .putLong(exchange.getLeastSignificantBits())
            .array();
    String needle = new String(trace, StandardCharsets.ISO_8859_1);
    return services.stream()
        .filter(
            service ->
                received.stream().anyMatch(one -> one.contains(needle) && one.contains(service)))
        .toList();
  }

  private void take(HttpExchange request) throws IOException {
    try (request) {
      byte[] body = request.getRequestBody().readAllBytes();
      received.add(new String(body, StandardCharsets.ISO_8859_1));
      request.sendResponseHeaders(OK, -1);
    }
  }
}
