package eu.digitalnorth.restsecurity.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * 401 and 403. Why a token is no good is not told: an honest client's holder sees it in the token,
 * and nobody else needs to know.
 */
public final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof AuthenticationServiceException) {
      ProblemWriter.write(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "temporarily-unavailable",
          "The issuer's keys cannot be had right now. Try again later.");
      return;
    }
    boolean sent = failure instanceof OAuth2AuthenticationException;
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, sent ? "Bearer error=\"invalid_token\"" : "Bearer");
    ProblemWriter.write(
        response,
        HttpStatus.UNAUTHORIZED,
        "unauthenticated",
        sent
            ? "The token is not good for this service, or no longer."
            : "Send an access token of the issuer in the header Authorization.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    ProblemWriter.write(
        response, HttpStatus.FORBIDDEN, "forbidden", "You may not do this, or not here.");
  }
}
