package eu.digitalnorth.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import eu.digitalnorth.country.AuthorityId;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.Callers;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class LoginEndTest {
  private static final Instant LOGIN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration GOOD = Duration.ofMinutes(30);
  private static final Caller OFFICER =
      new Caller.Officer(
          new AuthorityId("NO:university-admissions"), Set.of(OfficerRole.REQUESTER));

  private final MockHttpSession session = new MockHttpSession();

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void somebodyWhoHasLoggedInIsKnownUntilTheTokenEnds() throws Exception {
    assertThat(callerAt(LOGIN.plus(GOOD).minusSeconds(1))).contains(OFFICER);
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void afterThatNobodyIsLoggedInAndTheSessionIsGone() throws Exception {
    assertThat(callerAt(LOGIN.plus(GOOD))).isEmpty();
    assertThat(session.isInvalid()).isTrue();
  }

  private Optional<Caller> callerAt(Instant now) throws Exception {
    OidcIdToken token =
        new OidcIdToken(
            "value", LOGIN, LOGIN.plus(GOOD), Map.of("sub", "NO:university-admissions"));
    SecurityContextHolder.getContext()
        .setAuthentication(
            new OAuth2AuthenticationToken(new LoggedIn(token, OFFICER), List.of(), "issuer"));
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    AtomicReference<Optional<Caller>> seen = new AtomicReference<>(Optional.empty());

    new LoginEnd(Clock.fixed(now, ZoneOffset.UTC))
        .doFilter(
            request,
            new MockHttpServletResponse(),
            (any, other) ->
                seen.set(Callers.of(SecurityContextHolder.getContext().getAuthentication())));

    return seen.get();
  }
}
