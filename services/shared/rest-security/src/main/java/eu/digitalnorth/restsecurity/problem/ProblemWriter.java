package eu.digitalnorth.restsecurity.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes problem details where Spring MVC has not begun yet. Texts are constants of ours. */
public final class ProblemWriter {
  private static final String TYPES = "urn:digital-north:problem:";

  private ProblemWriter() {}

  public static void write(
      HttpServletResponse response, HttpStatus status, String type, String detail)
      throws IOException {
    String json =
        """
        {"type":"%s%s","title":"%s","status":%d,"detail":"%s"}\
        """
            .formatted(TYPES, type, status.getReasonPhrase(), status.value(), detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }
}
