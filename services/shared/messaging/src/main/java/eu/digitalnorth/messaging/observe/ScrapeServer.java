package eu.digitalnorth.messaging.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Shows the numbers to whoever has the token, at {@code /metrics} of a port of its own: what
 * browsers reach has nothing of it, and a second web server of the framework's kind would cost each
 * service more than the rest of this.
 */
public final class ScrapeServer implements AutoCloseable {
  private static final String SCHEME = "Bearer ";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOTHING = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[] token;
  private final String contentType;
  private final Supplier<String> exposition;

  /**
   * @param contentType of the exposition
   */
  public ScrapeServer(
      InetSocketAddress address, String token, String contentType, Supplier<String> exposition) {
    if (token.isBlank()) {
      throw new IllegalArgumentException("The token of the metrics is empty");
    }
    this.token = token.strip().getBytes(StandardCharsets.UTF_8);
    this.contentType = contentType;
    this.exposition = exposition;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Nobody can listen on " + address, e);
    }
    server.createContext("/metrics", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange request) throws IOException {
    try (request) {
      if (!isKnown(request)) {
        request.getResponseHeaders().set("WWW-Authenticate", SCHEME.strip());
        request.sendResponseHeaders(UNAUTHORIZED, NOTHING);
      } else if (!request.getRequestMethod().equals("GET")) {
        request.sendResponseHeaders(METHOD_NOT_ALLOWED, NOTHING);
      } else {
        byte[] body = exposition.get().getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", contentType);
        request.sendResponseHeaders(OK, body.length);
        request.getResponseBody().write(body);
      }
    }
  }

  private boolean isKnown(HttpExchange request) {
    return Optional.ofNullable(request.getRequestHeaders().getFirst("Authorization"))
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))
        .filter(given -> MessageDigest.isEqual(given, token))
        .isPresent();
  }
}
