package eu.digitalnorth.portal.exchange;

import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the verification of an attestation says, without the person whom it is about. */
public sealed interface Verdict {

  /**
   * The country that was asked signed it, for this authority and this exchange.
   *
   * @param level null if it is none that we know
   */
  record Genuine(UUID attestationId, @Nullable LevelOfAssurance level, Instant validUntil)
      implements Verdict {}

  /** It is not what was asked for, so nothing that it says is believed. */
  record Faulty(Fault fault) implements Verdict {}

  /** What is wrong with it; the first that applies. */
  enum Fault {
    NOT_GENUINE("is not what its issuer signed"),
    OTHER_ISSUER("was issued by another country"),
    OTHER_TIME("is not valid at this time"),
    OTHER_AUTHORITY("was issued for another authority"),
    OTHER_EXCHANGE("was issued for another exchange");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
