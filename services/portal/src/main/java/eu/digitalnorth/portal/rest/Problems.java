package eu.digitalnorth.portal.rest;

import eu.digitalnorth.portal.exchange.DraftOutcome;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Every problem that the portal tells of (RFC 9457). None repeats what it was given. */
final class Problems {
  private static final String TYPES = "urn:digital-north:problem:";

  private Problems() {}

  static ErrorResponseException invalid(DraftOutcome.Rejected rejected) {
    ProblemDetail problem =
        detail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "invalid-request",
            "The exchange cannot be started as it is described; see errors.");
    problem.setProperty("errors", rejected.problems());
    return exception(problem);
  }

  static ErrorResponseException keyMissing() {
    return exception(
        detail(
            HttpStatus.BAD_REQUEST,
            "idempotency-key-missing",
            "Send a header Idempotency-Key with a value of your own, for example a random UUID, and"
                + " the same one again when you repeat the request: then it is carried out once."));
  }

  static ErrorResponseException keyMalformed() {
    return exception(
        detail(
            HttpStatus.BAD_REQUEST,
            "idempotency-key-malformed",
            "An Idempotency-Key is 1 to 255 printable ASCII characters without spaces."));
  }

  static ErrorResponseException keyReused() {
    return exception(
        detail(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-reused",
            "This Idempotency-Key was used with another request. Choose a new one."));
  }

  static ErrorResponseException notYourAuthority() {
    return exception(
        detail(
            HttpStatus.FORBIDDEN,
            "not-your-authority",
            "An officer starts exchanges in the name of their own authority only."));
  }

  static ErrorResponseException noSuchExchange() {
    return exception(
        detail(HttpStatus.NOT_FOUND, "no-such-exchange", "There is no exchange of this id."));
  }

  static ErrorResponseException noSuchScenario() {
    return exception(
        detail(HttpStatus.NOT_FOUND, "no-such-scenario", "GET /api/scenarios tells which exist."));
  }

  static ErrorResponseException noRegistry() {
    return exception(
        detail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "no-registry",
            "The portal does not know where the registry tells of the personas: set"
                + " exchange.portal.registry-url, or start the exchange with POST"
                + " /api/exchanges."));
  }

  static ErrorResponseException personaUnavailable() {
    return exception(
        detail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "persona-unavailable",
            "The registry does not tell of this scenario's persona right now. Try again later."));
  }

  static ErrorResponseException tooManyStreams() {
    return exception(
        detail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-streams",
            "Too many event streams are open. Poll the exchange, or try again later."));
  }

  static ProblemDetail unavailable() {
    return detail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "temporarily-unavailable",
        "The portal cannot reach what it needs right now. Repeat the request with the same"
            + " Idempotency-Key.");
  }

  static ProblemDetail internal() {
    return detail(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "The portal failed; it is logged.");
  }

  private static ProblemDetail detail(HttpStatus status, String type, String text) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
    problem.setType(URI.create(TYPES + type));
    return problem;
  }

  private static ErrorResponseException exception(ProblemDetail problem) {
    return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
  }
}
