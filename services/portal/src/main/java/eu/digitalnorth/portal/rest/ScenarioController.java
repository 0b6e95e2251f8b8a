package eu.digitalnorth.portal.rest;

import eu.digitalnorth.portal.exchange.DraftCheck;
import eu.digitalnorth.portal.exchange.DraftOutcome;
import eu.digitalnorth.portal.exchange.ExchangeDraft;
import eu.digitalnorth.portal.scenario.Personas;
import eu.digitalnorth.portal.scenario.Scenario;
import eu.digitalnorth.portal.scenario.Scenarios;
import eu.digitalnorth.portal.wire.ExchangeStarter;
import eu.digitalnorth.restsecurity.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stories of the demonstration. */
@RestController
@RequestMapping(path = "/api/scenarios", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Scenarios", description = "Stories that can be played, with how they end")
class ScenarioController {
  private final Scenarios scenarios;
  private final Personas personas;
  private final DraftCheck check;
  private final ExchangeStarter starter;

  ScenarioController(
      Scenarios scenarios, Personas personas, DraftCheck check, ExchangeStarter starter) {
    this.scenarios = scenarios;
    this.personas = personas;
    this.check = check;
    this.starter = starter;
  }

  @GetMapping
  @Operation(summary = "Lists the scenarios")
  List<Scenario> list() {
    return scenarios.all();
  }

  /** So that a page need not know who the persona is. */
  @PostMapping("/{id}/exchanges")
  @Operation(summary = "Starts the exchange of a scenario for its persona, whom the registry tells")
  ResponseEntity<StartedView> start(
      @PathVariable String id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false)
          @Nullable String idempotencyKey,
      Caller.Officer officer) {
    String key = IdempotencyKey.checked(idempotencyKey);
    Scenario scenario = scenarios.find(id).orElseThrow(Problems::noSuchScenario);
    if (!scenario.requester().equals(officer.authority().value())) {
      throw Problems.notYourAuthority();
    }
    if (!personas.canBeAsked()) {
      throw Problems.noRegistry();
    }
    ExchangeDraft draft = personas.draft(scenario).orElseThrow(Problems::personaUnavailable);
    return switch (check.check(draft)) {
      case DraftOutcome.Rejected rejected -> throw Problems.invalid(rejected);
      case DraftOutcome.Accepted accepted ->
          ExchangeController.started(
              starter.start(
                  officer.authority(), key, ExchangeController.ofAuthority(officer, accepted)));
    };
  }
}
