package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.AuthReqId;
import eu.digitalnorth.attestation.authentication.Authentication.State;
import eu.digitalnorth.attestation.store.Authentications;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The citizen's eID app: who asks, and approve or deny. */
@RestController
@RequestMapping("/api/eid/{country}/authentications")
class AuthenticationController {
  private final Authentications authentications;
  private final AuthenticationDecisions decisions;
  private final PathVariables variables;

  AuthenticationController(
      Authentications authentications, AuthenticationDecisions decisions, PathVariables variables) {
    this.authentications = authentications;
    this.decisions = decisions;
    this.variables = variables;
  }

  /** The oldest first. */
  @GetMapping
  List<AuthenticationView> list(
      @PathVariable String country,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String exchangeId) {
    return authentications
        .list(variables.country(country), state(state), exchangeId(exchangeId))
        .stream()
        .map(AuthenticationView::of)
        .toList();
  }

  @GetMapping("/{authReqId}")
  AuthenticationView show(@PathVariable String country, @PathVariable String authReqId) {
    return authentications
        .find(variables.country(country), id(authReqId))
        .map(AuthenticationView::of)
        .orElseThrow(() -> new UnknownResourceException("There is no such authentication"));
  }

  @PostMapping("/{authReqId}/approve")
  AuthenticationView approve(@PathVariable String country, @PathVariable String authReqId) {
    return AuthenticationView.of(decisions.approve(variables.country(country), id(authReqId)));
  }

  @PostMapping("/{authReqId}/deny")
  AuthenticationView deny(@PathVariable String country, @PathVariable String authReqId) {
    return AuthenticationView.of(decisions.deny(variables.country(country), id(authReqId)));
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
