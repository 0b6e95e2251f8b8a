package eu.digitalnorth.portal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.digitalnorth.restsecurity.caller.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page as whom somebody is logged in. */
@RestController
@Tag(name = "Caller", description = "As whom you are here")
class CallerController {

  @GetMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Tells as whom you are logged in; of a citizen, the country only")
  CallerView show(Caller caller) {
    return new CallerView(
        caller.country().value(),
        caller instanceof Caller.Officer officer ? officer.authority().value() : null);
  }

  /**
   * @param authority null for a citizen
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CallerView(String country, @Nullable String authority) {}
}
