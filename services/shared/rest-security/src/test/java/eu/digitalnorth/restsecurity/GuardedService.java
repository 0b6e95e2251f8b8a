package eu.digitalnorth.restsecurity;

import eu.digitalnorth.restsecurity.access.Access;
import eu.digitalnorth.restsecurity.access.AccessRules;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.restsecurity.fixture.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A small service that is guarded as the others are, on a port of its own. */
@SpringBootApplication
public class GuardedService {
  /** A permit for each slow answer that may be given. */
  static final Semaphore SLOW = new Semaphore(0);

  @Bean
  AccessRules rules() {
    return requests ->
        requests
            .requestMatchers("/api/{country}/ledger")
            .access(Access.officerOfPathCountry(OfficerRole.LEDGER_SUPERVISOR))
            .requestMatchers("/api/{country}/mine")
            .access(Access.citizenOfPathCountry())
            .requestMatchers("/api/echo", "/api/slow")
            .access(Access.caller());
  }

  @RestController
  static class Things {
    @GetMapping("/api/{country}/ledger")
    String ledger(@PathVariable String country, Caller.Officer officer) {
      return officer.authority().value();
    }

    @GetMapping("/api/{country}/mine")
    String mine(@PathVariable String country, Caller.Citizen citizen) {
      return citizen.identifier();
    }

    @PostMapping("/api/echo")
    Map<String, Object> echo(@RequestBody Map<String, Object> body) {
      return body;
    }

    @GetMapping("/api/slow")
    String slow() throws InterruptedException {
      SLOW.acquire();
      return "at last";
    }

    @GetMapping("/api/forgotten")
    String forgotten() {
      return "nobody wrote a rule for this";
    }
  }

  static Running start(String... more) {
    String[] settings =
        Stream.concat(
                TestIssuer.shared().settings().entrySet().stream()
                    .map(one -> "--" + one.getKey() + '=' + one.getValue()),
                Arrays.stream(more))
            .toArray(String[]::new);
    return new Running(
        new SpringApplicationBuilder(GuardedService.class)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "exchange.service=AUDIT",
                "spring.main.banner-mode=off",
                "spring.mvc.problemdetails.enabled=true")
            .run(settings));
  }

  record Running(ConfigurableApplicationContext context) implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpRequest.Builder request(String path) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpResponse<String> get(String path, String token) {
      return send(request(path).header("Authorization", "Bearer " + token));
    }

    CompletableFuture<HttpResponse<String>> begin(String path, String token) {
      return HTTP.sendAsync(
          request(path).header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
  }
}
