package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Participants;
import eu.digitalnorth.local.token.TokenException;
import eu.digitalnorth.local.token.Tokens;
import eu.digitalnorth.local.wire.Hop;
import eu.digitalnorth.local.wire.WireTap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * Plays scenarios on a running installation, one after the other, by its public interfaces only.
 * Not for use by several threads.
 */
public final class Demonstration implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MOVE = "move";

  /** An attestation that takes longer waits for the citizen. */
  private static final Duration BY_POLICY = Duration.ofSeconds(1);

  private final Narrator narrator;
  private final Participants participants;
  private final PortalClient portal;
  private final RegistryClient registry;
  private final EidAppClient eidApp;
  private final AuditClient audit;
  private final Queue<Hop> deadLetters = new ConcurrentLinkedQueue<>();
  private final IntruderStory intruder;
  private final MoveStory move;
  private final RevokedStory revoked;
  private final WireTap tap;
  private final Map<String, JsonNode> told = new LinkedHashMap<>();

  private Demonstration(Endpoints endpoints, Narrator narrator) {
    this.narrator = narrator;
    participants = endpoints.participants();
    Rest rest = new Rest();
    Tokens tokens = new Tokens(endpoints.issuer());
    portal = new PortalClient(rest, tokens, endpoints);
    registry = new RegistryClient(rest, tokens, endpoints);
    eidApp = new EidAppClient(rest, tokens, endpoints);
    audit = new AuditClient(rest, tokens, endpoints);
    intruder = new IntruderStory(endpoints, audit, deadLetters, narrator);
    move = new MoveStory(registry, narrator);
    revoked = new RevokedStory(endpoints, registry, eidApp, narrator);
    tap = WireTap.open(endpoints, this::heard);
  }

  /** Hears everything from now on, and tells the narrator. */
  public static Demonstration on(Endpoints endpoints, Narrator narrator) {
    return new Demonstration(endpoints, narrator);
  }

  /**
   * Those that the portal tells of, and those that it cannot play; without those in which a country
   * plays that has no services here.
   */
  public List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    for (JsonNode scenario : portal.scenarios()) {
      told.put(scenario.path("id").asString(), scenario);
      scenarios.add(Scenario.of(scenario));
    }
    scenarios.add(Scenario.REVOKED);
    scenarios.addAll(Scenario.INTRUSIONS);
    return scenarios.stream().filter(this::canBePlayed).toList();
  }

  /** Plays one of {@link #scenarios}; what goes wrong is in the result. */
  public ScenarioResult run(Scenario scenario) {
    narrator.begins(scenario);
    Instant begun = Instant.now();
    ScenarioResult result;
    try {
      result = play(scenario);
    } catch (DemonstrationException | TokenException e) {
      long millis = Duration.between(begun, Instant.now()).toMillis();
      result = new ScenarioResult(scenario, "", Ending.failed("" + e.getMessage()), millis);
    }
    tap.catchUp();
    narrator.ends(result);
    return result;
  }

  /** Verifies every country's ledger from its first entry to its last. */
  public Ledgers ledgers() {
    return Ledgers.verify(
        audit, participants.countries().stream().map(CountryCode::value).toList());
  }

  @Override
  public void close() {
    tap.close();
  }

  private boolean canBePlayed(Scenario scenario) {
    return scenario.countries().stream().allMatch(participants::contains);
  }

  private ScenarioResult play(Scenario scenario) {
    if (scenario.equals(Scenario.REVOKED)) {
      return revoked.play(scenario);
    }
    return Scenario.INTRUSIONS.contains(scenario) ? intruder.play(scenario) : exchange(scenario);
  }

  private ScenarioResult exchange(Scenario scenario) {
    JsonNode request = Optional.ofNullable(told.get(scenario.id())).orElseThrow();
    Persona persona =
        registry.persona(scenario.citizenCountry(), request.path("persona").asString());
    String id = portal.start(request, persona);
    JsonNode ended =
        Waiting.until(() -> ended(id, scenario, persona), PATIENCE)
            .orElseThrow(
                () ->
                    new DemonstrationException(
                        "Exchange %s has not ended after %d s."
                            .formatted(id, PATIENCE.toSeconds())));
    Ending ending = Ending.of(ended.path("state").asString(), ended.path("refusal"));
    if (ending.isCompleted()) {
      tellErasure(ended);
    }
    if (scenario.id().equals(MOVE) && ending.isCompleted()) {
      tap.catchUp();
      move.play(persona, scenario.citizenCountry(), scenario.requester().substring(0, 2));
    }
    return new ScenarioResult(scenario, id, ending, millis(ended));
  }

  /** The exchange, if it has ended; until then the citizen does what the scenario says. */
  private Optional<JsonNode> ended(String id, Scenario scenario, Persona persona) {
    JsonNode exchange = portal.exchange(scenario.requester(), id);
    if (exchange.hasNonNull("endedAt")) {
      return Optional.of(exchange);
    }
    if (exchange.path("state").asString("").equals("ATTESTATION_REQUESTED")
        && (scenario.denies() || isWaiting(exchange))) {
      eidApp
          .pending(scenario.citizenCountry(), persona, id)
          .ifPresent(authentication -> decide(scenario, persona, authentication));
    }
    return Optional.empty();
  }

  /** Where citizens approve by policy, there is nothing to log in for. */
  private static boolean isWaiting(JsonNode exchange) {
    return Instant.parse(exchange.path("createdAt").asString())
        .plus(BY_POLICY)
        .isBefore(Instant.now());
  }

  private void decide(Scenario scenario, Persona persona, JsonNode authentication) {
    narrator.note(
        "The citizen's eID app shows \"%s\"; the citizen %s"
            .formatted(
                authentication.path("bindingMessage").asString(""),
                scenario.denies() ? "denies" : "approves"));
    eidApp.decide(scenario.citizenCountry(), persona, authentication, scenario.denies());
  }

  private void tellErasure(JsonNode ended) {
    if (!ended.path("responseKey").asString("").equals("DESTROYED")) {
      throw new DemonstrationException("The portal still has the key of an exchange that ended.");
    }
    tap.catchUp();
    narrator.note(
        "The portal has destroyed the exchange's key: attestation and evidence on the topics are"
            + " ciphertext for good");
  }

  private static long millis(JsonNode exchange) {
    return Duration.between(
            Instant.parse(exchange.path("createdAt").asString()),
            Instant.parse(exchange.path("endedAt").asString()))
        .toMillis();
  }

  private void heard(Hop hop) {
    if (hop.topic().startsWith(".dlt.", 2)) {
      deadLetters.add(hop);
    }
    narrator.hop(hop);
  }
}
