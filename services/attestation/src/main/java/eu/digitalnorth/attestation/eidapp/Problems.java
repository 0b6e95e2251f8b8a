package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.NoLongerPendingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as problem details (RFC 9457) without personal data. */
@RestControllerAdvice
class Problems {

  @ExceptionHandler
  ProblemDetail on(NoLongerPendingException e) {
    return problem(HttpStatus.CONFLICT, e);
  }

  @ExceptionHandler
  ProblemDetail on(UnknownResourceException e) {
    return problem(HttpStatus.NOT_FOUND, e);
  }

  @ExceptionHandler
  ProblemDetail on(BadParameterException e) {
    return problem(HttpStatus.BAD_REQUEST, e);
  }

  private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
  }
}
