package eu.digitalnorth.registry.web;

import eu.digitalnorth.messaging.codec.RegistryUnavailableException;
import eu.digitalnorth.registry.change.RefusedChangeException;
import eu.digitalnorth.registry.web.Registers.UnknownRegisterException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as problem details (RFC 9457). They repeat nothing of what was asked. */
@RestControllerAdvice
@Order(0)
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String TYPES = "urn:digital-north:problem:";

  @ExceptionHandler
  ProblemDetail on(RefusedChangeException refused) {
    HttpStatus status =
        switch (refused.reason()) {
          case NOT_REGISTERED -> HttpStatus.NOT_FOUND;
          case BORN_IMPOSSIBLY, DIED_BEFORE_BIRTH, DIES_IN_THE_FUTURE ->
              HttpStatus.UNPROCESSABLE_CONTENT;
          case ALREADY_REGISTERED, DECEASED, LATER_ADDRESS, DISSOLVED -> HttpStatus.CONFLICT;
        };
    ProblemDetail problem = problem(status, refused.reason().name(), refused.reason().words());
    if (refused.subject() != null) {
      problem.setProperty("subject", refused.subject());
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail on(InvalidRequestException invalid) {
    return problem(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", String.valueOf(invalid.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail on(UnknownRegisterException unknown) {
    return problem(
        HttpStatus.NOT_FOUND, "NO_SUCH_REGISTER", "The registers of this country are not here");
  }

  @ExceptionHandler({
    DataAccessException.class,
    TransactionException.class,
    RegistryUnavailableException.class
  })
  ProblemDetail onOutage(Exception failure) {
    log.warn("A dependency failed: cause={}", failure.getClass().getSimpleName());
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "The register cannot be reached just now");
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPES + code));
    problem.setProperty("code", code);
    return problem;
  }
}
