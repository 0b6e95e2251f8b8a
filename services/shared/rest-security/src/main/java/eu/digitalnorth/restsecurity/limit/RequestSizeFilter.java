package eu.digitalnorth.restsecurity.limit;

import eu.digitalnorth.restsecurity.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, whether they say so or come in pieces without end. */
public final class RequestSizeFilter extends OncePerRequestFilter {
  private final long mostBytes;

  public RequestSizeFilter(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > mostBytes) {
      ProblemWriter.write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "content-too-large",
          "A request has at most " + mostBytes + " bytes.");
    } else {
      chain.doFilter(new LimitedRequest(request, mostBytes), response);
    }
  }
}
