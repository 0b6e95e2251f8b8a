package eu.digitalnorth.messaging.personal;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.encryption.DecryptionKeys;
import eu.digitalnorth.trust.encryption.RecipientKey;
import eu.digitalnorth.trust.key.KeyPurpose;
import eu.digitalnorth.trust.key.KeyRing;
import eu.digitalnorth.trust.key.KeyUse;
import eu.digitalnorth.trust.key.ServiceKeys;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that personal parts are encrypted to where a country is to read them, whichever of its
 * services does: the public ones of all countries, and the private ones of those that this process
 * serves. Safe for many threads.
 */
public final class NationalKeys {
  private final KeyRing ring;
  private final KeyDirectory directory;
  private final Map<CountryCode, ServiceKeys> serviceKeys = new ConcurrentHashMap<>();

  /**
   * @param ring what is known of all countries' keys
   * @param directory has the private keys
   */
  public NationalKeys(KeyRing ring, KeyDirectory directory) {
    this.ring = ring;
    this.directory = directory;
  }

  /**
   * What to encrypt to at a time.
   *
   * @throws NoRecipientKeyException if nothing is known of a valid key of that country now
   */
  public RecipientKey of(CountryCode reader, Instant at) {
    return ring.current(reader, KeyUse.NATIONAL_ENCRYPTION, at)
        .map(RecipientKey::of)
        .orElseThrow(() -> new NoRecipientKeyException(reader));
  }

  /**
   * What to encrypt to at a time for a country of this process itself, whether its anchor's word
   * was published yet or not.
   *
   * @throws eu.digitalnorth.trust.key.MissingKeyException if it has none
   */
  public RecipientKey own(CountryCode country, Instant at) {
    ServiceKeys keys = serviceKeys.computeIfAbsent(country, this::keysOf);
    return RecipientKey.of(keys.current(KeyPurpose.ENCRYPTION, at));
  }

  /** All that the country ever had: what is kept may be encrypted to any of them. */
  public DecryptionKeys heldBy(CountryCode reader) {
    return DecryptionKeys.of(serviceKeys.computeIfAbsent(reader, this::keysOf));
  }

  private ServiceKeys keysOf(CountryCode country) {
    return directory.keys(country, KeyUse.NATIONAL_ENCRYPTION.service());
  }
}
