package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.store.StatusListRow;
import eu.digitalnorth.attestation.store.StatusLists;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Status lists for everybody, at the URIs that attestations refer to (draft-ietf-oauth-status-list,
 * section 8.1): whether one is still fresh, the list itself says.
 */
@RestController
@RequestMapping("/api/eid/{country}/status-lists")
class StatusListController {
  private static final MediaType STATUS_LIST = new MediaType("application", "statuslist+jwt");

  private final StatusLists lists;
  private final PathVariables variables;

  StatusListController(StatusLists lists, PathVariables variables) {
    this.lists = lists;
    this.variables = variables;
  }

  @GetMapping("/{number}")
  ResponseEntity<String> list(@PathVariable String country, @PathVariable String number) {
    String token =
        lists
            .find(variables.country(country), PathVariables.number(number))
            .map(StatusListRow::token)
            .orElseThrow(() -> new UnknownResourceException("There is no such status list"));
    return ResponseEntity.ok().contentType(STATUS_LIST).body(token);
  }
}
