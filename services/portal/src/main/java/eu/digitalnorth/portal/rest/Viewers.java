package eu.digitalnorth.portal.rest;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.restsecurity.caller.Caller;
import eu.digitalnorth.restsecurity.caller.OfficerRole;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.Pseudonyms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * To whom an exchange is shown: to officers of the authority whose it is, and to the citizen whom
 * it is about. The citizen is known by the pseudonym that the exchange has anyway, computed again
 * from the token, so that nothing personal is kept for it.
 */
@Component
class Viewers {
  private final KeyDirectory keys;
  private final Map<CountryCode, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

  Viewers(KeyDirectory keys) {
    this.keys = keys;
  }

  boolean mayView(Exchange exchange, Caller caller) {
    return switch (caller) {
      case Caller.Officer officer ->
          officer.is(OfficerRole.REQUESTER)
              && officer.authority().equals(exchange.terms().requester());
      case Caller.Citizen citizen -> pseudonym(exchange, citizen).equals(exchange.subject());
    };
  }

  private String pseudonym(Exchange exchange, Caller.Citizen citizen) {
    return pseudonyms
        .computeIfAbsent(exchange.terms().country(), keys::pseudonyms)
        .of(citizen.scheme(), citizen.identifier());
  }
}
