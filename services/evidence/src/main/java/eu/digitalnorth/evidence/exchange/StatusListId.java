package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.evidence.domain.Attestation;

/** Names a status list: nobody but the issuing country can say anything under its URIs. */
record StatusListId(CountryCode issuer, String uri) {

  static StatusListId of(Attestation attestation) {
    return new StatusListId(attestation.issuingCountry(), attestation.status().list());
  }
}
