package eu.digitalnorth.audit.web;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Under which pseudonym a ledger knows a citizen. */
@Component
class Subjects {
  private final KeyDirectory keys;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  Subjects(KeyDirectory keys) {
    this.keys = keys;
  }

  /**
   * @param ledger whose ledger is asked
   */
  String pseudonym(CountryCode ledger, Caller.Citizen citizen) {
    return pseudonyms
        .computeIfAbsent(ledger, keys::pseudonyms)
        .of(citizen.scheme(), citizen.identifier());
  }
}
