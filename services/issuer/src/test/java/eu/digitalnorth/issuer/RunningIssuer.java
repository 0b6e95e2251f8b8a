package eu.digitalnorth.issuer;

import eu.digitalnorth.trust.IssuerSecrets;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** An issuer on a port of its own, and a browser that follows no redirects. */
final class RunningIssuer implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String url;
  private final IssuerSecrets secrets;

  private RunningIssuer(ConfigurableApplicationContext context, String url, IssuerSecrets secrets) {
    this.context = context;
    this.url = url;
    this.secrets = secrets;
  }

  static RunningIssuer start(Path directory, String... more) throws IOException {
    IssuerSecrets secrets = new IssuerSecrets(directory);
    secrets.createMissing();
    int port = freePort();
    String url = "http://127.0.0.1:" + port;
    return new RunningIssuer(
        IssuerApplication.start(
            Stream.concat(
                    Stream.of(
                        "--server.port=" + port,
                        "--exchange.issuer.url=" + url,
                        "--exchange.issuer.directory=" + directory,
                        "--exchange.issuer.portal-urls=http://127.0.0.1:8080"),
                    Arrays.stream(more))
                .toArray(String[]::new)),
        url,
        secrets);
  }

  String url() {
    return url;
  }

  IssuerSecrets secrets() {
    return secrets;
  }

  void forgetCookies() {
    cookies.getCookieStore().removeAll();
  }

  HttpResponse<String> get(String pathOrUrl) {
    URI uri = URI.create(pathOrUrl.startsWith("http") ? pathOrUrl : url + pathOrUrl);
    return send(HttpRequest.newBuilder(uri).header("Accept", "text/html, */*;q=0.5"));
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    return send(form(path, form));
  }

  HttpResponse<String> token(String client, String secret, Map<String, String> form) {
    String credentials =
        URLEncoder.encode(client, StandardCharsets.UTF_8)
            + ':'
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return send(form("/oauth2/token", form).header("Authorization", "Basic " + basic));
  }

  private HttpRequest.Builder form(String path, Map<String, String> form) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encoded(form)));
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
