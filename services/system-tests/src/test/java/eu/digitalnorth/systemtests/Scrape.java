package eu.digitalnorth.systemtests;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks services of the {@link World} for their numbers, as Prometheus does. */
final class Scrape {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Scrape() {}

  /** The exposition of a service. */
  static String of(Service service) {
    HttpResponse<String> answer = of(service, token());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(service + " answers " + answer.statusCode());
    }
    return answer.body();
  }

  static HttpResponse<String> of(Service service, @Nullable String token) {
    Port port = Objects.requireNonNull(World.monitoring().ports().get(service));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create("http://%s:%d/metrics".formatted(Port.HOST, port.number())));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The names of all series of all services. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Service service : Service.values()) {
      of(service)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .forEach(names::add);
    }
    return names;
  }

  private static String token() {
    try {
      return Files.readString(World.monitoring().token());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
