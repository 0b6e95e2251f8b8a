package eu.digitalnorth.trust.key;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one key of a country is for: which service uses it, and how.
 *
 * @param service name of the service as in event sources, for example {@code evidence}
 */
public record KeyUse(String service, KeyPurpose purpose) {
  private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /**
   * What all services of a country read: requests, life events and register rows are encrypted to
   * the country, not to one of its services.
   */
  public static final KeyUse NATIONAL_ENCRYPTION = new KeyUse("national", KeyPurpose.ENCRYPTION);

  /** The keys that a country of this exchange has. */
  public static final List<KeyUse> STANDARD =
      Stream.concat(
              Stream.of("attestation", "audit", "evidence", "portal", "registry")
                  .map(service -> new KeyUse(service, KeyPurpose.MESSAGE_SIGNATURE)),
              Stream.of(
                  new KeyUse("attestation", KeyPurpose.ATTESTATION_SIGNATURE),
                  new KeyUse("attestation", KeyPurpose.STATUS_SIGNATURE),
                  NATIONAL_ENCRYPTION))
          .toList();

  public KeyUse {
    if (!isService(service)) {
      throw new IllegalArgumentException(
          "A service name is 1 to 32 lower-case letters, digits and hyphens");
    }
  }

  static boolean isService(String name) {
    return SERVICE.matcher(name).matches();
  }
}
