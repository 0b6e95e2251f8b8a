package eu.digitalnorth.portal.rest;

import eu.digitalnorth.messaging.inbox.Failures;
import eu.digitalnorth.messaging.inbox.Outages;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers everything that goes wrong with problem details; Spring's own errors are in the base. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
    if (Outages.isOutage(failure)) {
      log.warn("Something that is needed is down: {}", failure.getClass().getName());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .body(Problems.unavailable());
    }
    log.error("A request failed: {} {}", request.getMethod(), Failures.describe(failure));
    return ResponseEntity.internalServerError().body(Problems.internal());
  }
}
