package eu.digitalnorth.local.portal;

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
 * Seals and opens as a portal does.
 *
 * @param responses the key that answers are sealed to; a portal has another for each exchange
 */
public record Secrecy(NationalKeys keys, ResponseKeyPair responses) {

  public PersonalPart seal(SpecificRecordBase personal, CountryCode reader, String exchangeId) {
    return PersonalParts.seal(personal, keys.of(reader, Instant.now()), exchangeId);
  }

  /** An attestation as it came, for a provider to read. */
  public PersonalPart passOn(PersonalPart attestation, CountryCode provider, String exchangeId)
      throws RejectedRecordException {
    return PersonalParts.sealAttestation(
        PersonalParts.openAttestation(attestation, responses, exchangeId),
        keys.of(provider, Instant.now()),
        exchangeId);
  }

  public ResponseKey responseKey() {
    return ResponseKeys.write(responses);
  }
}
