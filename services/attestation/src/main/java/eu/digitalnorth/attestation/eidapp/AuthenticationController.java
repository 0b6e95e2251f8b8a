package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.Authentication.State;
import eu.digitalnorth.attestation.store.Authentications;
import eu.digitalnorth.restsecurity.caller.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The citizen's eID app: who asks, and approve or deny. Of others, a citizen sees nothing. */
@RestController
@RequestMapping("/api/eid/{country}/authentications")
class AuthenticationController {
  private final Authentications authentications;
  private final AuthenticationDecisions decisions;
  private final PathVariables variables;
  private final Subjects subjects;

  AuthenticationController(
      Authentications authentications,
      AuthenticationDecisions decisions,
      PathVariables variables,
      Subjects subjects) {
    this.authentications = authentications;
    this.decisions = decisions;
    this.variables = variables;
    this.subjects = subjects;
  }

  /** The oldest first. */
  @GetMapping
  List<AuthenticationView> list(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String exchangeId,
      Caller.Citizen citizen) {
    return authentications
        .list(
            variables.country(country), subjects.of(citizen), state(state), exchangeId(exchangeId))
        .stream()
        .map(AuthenticationView::of)
        .toList();
  }

  @GetMapping("/{authReqId}")
  AuthenticationView show(
      @PathVariable String country, @PathVariable String authReqId, Caller.Citizen citizen) {
    return authentications
        .find(variables.country(country), id(authReqId))
        .filter(found -> found.isOf(subjects.of(citizen)))
        .map(AuthenticationView::of)
        .orElseThrow(() -> new UnknownResourceException("There is no such authentication"));
  }

  @PostMapping("/{authReqId}/approve")
  AuthenticationView approve(
      @PathVariable String country, @PathVariable String authReqId, Caller.Citizen citizen) {
    return AuthenticationView.of(
        decisions.approve(variables.country(country), id(authReqId), subjects.of(citizen)));
  }

  @PostMapping("/{authReqId}/deny")
  AuthenticationView deny(
      @PathVariable String country, @PathVariable String authReqId, Caller.Citizen citizen) {
    return AuthenticationView.of(
        decisions.deny(variables.country(country), id(authReqId), subjects.of(citizen)));
  }

  private static AuthReqId id(String text) {
    return new AuthReqId(PathVariables.id(text));
  }

  private static @Nullable State state(@Nullable String text) {
    return text == null
        ? null
        : States.named(text)
            .orElseThrow(
                () -> new BadParameterException("state is pending, approved, denied or expired"));
  }

  private static @Nullable UUID exchangeId(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("exchangeId is a UUID");
    }
  }
}
