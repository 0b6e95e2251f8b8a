package eu.digitalnorth.restsecurity.limit;

import eu.digitalnorth.restsecurity.problem.ProblemWriter;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.SemaphoreValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers 503 with Retry-After while too many requests are being worked on: they take no threads
 * that could run out, only memory. A stream that has begun is none of them, and whether the process
 * lives can be asked always.
 */
public final class ConcurrencyLimit extends SemaphoreValve {
  private static final String LIVENESS = "/actuator/health/liveness";

  /**
   * @param most requests at once, over all callers
   */
  public ConcurrencyLimit(int most) {
    setConcurrency(most);
    setBlock(false);
  }

  @Override
  public boolean controlConcurrency(Request request, Response response) {
    return !LIVENESS.equals(request.getRequestURI());
  }

  @Override
  public void permitDenied(Request request, Response response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    ProblemWriter.write(
        response, HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many ask at once. Ask again soon.");
  }
}
