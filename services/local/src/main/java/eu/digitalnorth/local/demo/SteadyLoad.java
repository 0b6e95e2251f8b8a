package eu.digitalnorth.local.demo;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.TokenException;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.servers.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starts the study exchange (an Estonian applies to a Norwegian university) again and again, at
 * even intervals whatever becomes of those before, and then asks what became of each. Who starts
 * one does not give up while the portal does not answer, and uses the same key again, so that
 * nothing is started twice.
 */
public final class SteadyLoad {
  private static final String STORY = "study";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** After an exchange has expired, for its portal and for the ledgers to notice. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Progress progress;
  private final PortalClient portal;
  private final RegistryClient registry;
  private final AuditClient audit;
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger rejected = new AtomicInteger();

  public SteadyLoad(Endpoints endpoints, Progress progress) {
    this.progress = progress;
    Rest rest = new Rest();
    Tokens tokens = new Tokens(endpoints.issuer());
    portal = new PortalClient(rest, tokens, endpoints);
    registry = new RegistryClient(rest, tokens, endpoints);
    audit = new AuditClient(rest, tokens, endpoints);
  }

  /**
   * How much.
   *
   * @param perSecond exchanges started in each second
   * @param lifetime after which an exchange expires
   */
  public record Settings(int perSecond, Duration duration, Duration lifetime) {
    int exchanges() {
      return Math.toIntExact(perSecond * duration.toSeconds());
    }
  }

  /** Returns when every exchange has ended, or should have. */
  public LoadReport run(Settings settings) {
    ObjectNode story = story(settings.lifetime());
    Persona persona =
        registry.persona(story.path("citizenCountry").asString(), story.path("persona").asString());
    String requester = story.path("requester").asString();
    Instant begun = Instant.now();
    progress.report(
        "Load: %d exchanges, %d each second".formatted(settings.exchanges(), settings.perSecond()));
    startAll(settings, story, persona);
    progress.report("Load: %d were accepted".formatted(accepted.size()));
    List<JsonNode> ended =
        awaitEnds(requester, Instant.now().plus(settings.lifetime()).plus(GRACE));
    LedgerComparison ledgers =
        LedgerComparison.await(
            audit, "NO", "EE", new ArrayList<>(accepted), begun, Instant.now().plus(GRACE));
    return LoadReport.of(settings.exchanges(), accepted.size(), ended, ledgers);
  }

  private ObjectNode story(Duration lifetime) {
    JsonNode story =
        portal.scenarios().stream()
            .filter(one -> one.path("id").asString().equals(STORY))
            .findFirst()
            .orElseThrow(() -> new DemonstrationException("The portal has no story " + STORY));
    return ((ObjectNode) story.deepCopy()).put("lifetime", lifetime.toString());
  }

  private void startAll(Settings settings, JsonNode story, Persona persona) {
    long interval = TimeUnit.SECONDS.toNanos(1) / settings.perSecond();
    long begun = System.nanoTime();
    try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < settings.exchanges(); i++) {
        pause(Duration.ofNanos(begun + i * interval - System.nanoTime()));
        starters.execute(() -> start(story, persona));
      }
    }
  }

  private void start(JsonNode story, Persona persona) {
    var key = Rest.idempotencyKey();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        accepted.add(portal.start(story, persona, key));
        return;
      } catch (DemonstrationException | TokenException e) {
        if (rejected.incrementAndGet() == 1) {
          progress.report("Load: the first that has to try again: " + e.getMessage());
        }
        if (Instant.now().isAfter(deadline)) {
          return; // it is missing among those that were accepted
        }
        pause(PAUSE);
      }
    }
  }

  /** Those that have ended by then. */
  private List<JsonNode> awaitEnds(String requester, Instant deadline) {
    List<JsonNode> ended = new ArrayList<>();
    List<String> open = new ArrayList<>(accepted);
    while (!open.isEmpty() && Instant.now().isBefore(deadline)) {
      open.removeIf(id -> hasEnded(requester, id, ended));
      if (!open.isEmpty()) {
        pause(PAUSE);
      }
    }
    return ended;
  }

  private boolean hasEnded(String requester, String id, List<JsonNode> ended) {
    try {
      JsonNode exchange = portal.exchange(requester, id);
      if (exchange.hasNonNull("endedAt")) {
        ended.add(exchange);
        return true;
      }
    } catch (DemonstrationException | TokenException e) {
      pause(PAUSE); // it is asked again
    }
    return false;
  }

  private static void pause(Duration duration) {
    if (duration.isPositive()) {
      try {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemonstrationException("The load was broken off.", e);
      }
    }
  }
}
