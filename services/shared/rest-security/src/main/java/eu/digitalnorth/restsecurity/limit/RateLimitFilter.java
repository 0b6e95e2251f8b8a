package eu.digitalnorth.restsecurity.limit;

import eu.digitalnorth.restsecurity.caller.Callers;
import eu.digitalnorth.restsecurity.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 with Retry-After to who asks too often. */
public final class RateLimitFilter extends OncePerRequestFilter {
  private final Function<HttpServletRequest, Optional<String>> name;
  private final RateLimit limit;

  private RateLimitFilter(Function<HttpServletRequest, Optional<String>> name, Rate rate) {
    this.name = name;
    this.limit = new RateLimit(rate);
  }

  /** Before anybody has said who they are, so that guessing is limited too. */
  public static RateLimitFilter perAddress(Rate rate) {
    return new RateLimitFilter(request -> Optional.of(request.getRemoteAddr()), rate);
  }

  /** The same for some requests only, which cost more than others. */
  public static RateLimitFilter perAddress(Rate rate, RequestMatcher requests) {
    return new RateLimitFilter(
        request ->
            requests.matches(request) ? Optional.of(request.getRemoteAddr()) : Optional.empty(),
        rate);
  }

  /** By the issuer's name for the caller, wherever the caller calls from. */
  public static RateLimitFilter perCaller(Rate rate) {
    return new RateLimitFilter(
        request -> {
          Authentication caller = SecurityContextHolder.getContext().getAuthentication();
          return Callers.of(caller).map(any -> Objects.requireNonNull(caller).getName());
        },
        rate);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration wait = name.apply(request).map(limit::claim).orElse(Duration.ZERO);
    if (wait.isZero()) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
      ProblemWriter.write(
          response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Wait, then ask again.");
    }
  }

  /** Each limit counts by itself. */
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return RateLimitFilter.class.getName() + '@' + System.identityHashCode(this);
  }
}
