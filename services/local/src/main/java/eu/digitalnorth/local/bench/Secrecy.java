package eu.digitalnorth.local.bench;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.schemas.wire.PersonalPart;
import eu.digitalnorth.schemas.wire.ResponseKey;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Seals and opens as a portal does, with one response key for all exchanges of a benchmark: a
 * portal generates one for each when it begins, which is not what is measured.
 */
record Secrecy(NationalKeys keys, ResponseKeyPair responses) {

  PersonalPart seal(SpecificRecordBase personal, CountryCode reader, String exchangeId) {
    return PersonalParts.seal(personal, keys.of(reader, Instant.now()), exchangeId);
  }

  /** An attestation as it came, for a provider to read. */
  PersonalPart passOn(PersonalPart attestation, CountryCode provider, String exchangeId)
      throws RejectedRecordException {
    return PersonalParts.sealAttestation(
        PersonalParts.openAttestation(attestation, responses, exchangeId),
        keys.of(provider, Instant.now()),
        exchangeId);
  }

  ResponseKey responseKey() {
    return ResponseKeys.write(responses);
  }
}
