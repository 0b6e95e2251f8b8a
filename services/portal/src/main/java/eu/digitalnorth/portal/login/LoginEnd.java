package eu.digitalnorth.portal.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Forgets who has logged in when the issuer's word for it expires, however busy the session is: a
 * role that was taken away must not live on in a page that stays open.
 */
final class LoginEnd extends OncePerRequestFilter {
  private final SecurityContextLogoutHandler forget = new SecurityContextLogoutHandler();
  private final Clock clock;

  LoginEnd(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null
        && caller.getPrincipal() instanceof LoggedIn person
        && person.hasEndedBy(clock.instant())) {
      forget.logout(request, response, caller);
    }
    chain.doFilter(request, response);
  }
}
