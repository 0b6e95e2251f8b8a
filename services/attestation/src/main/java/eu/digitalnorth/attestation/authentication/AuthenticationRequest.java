package eu.digitalnorth.attestation.authentication;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.trust.encryption.RecipientKey;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to authenticate a citizen and to attest who that is.
 *
 * @param requestId {@code ce_id} of the message
 * @param cause what the ids of all that follows derive from: the message's own, also where
 *     another's has the same {@code ce_id}
 * @param country whose eID scheme is asked
 * @param procedure OOTS procedure code, as it was given
 * @param level the lowest that the requester accepts; null if it named none that we know
 * @param attributes what is asked for beyond the mandatory ones
 * @param responseKey what the attestation is encrypted to; null if the request has no such key
 * @param bindingMessage shown to the citizen in both places; carries no personal data
 * @param traceParent W3C trace context of the request
 * @param expiresAt from when on the answer is a refusal
 */
public record AuthenticationRequest(
    UUID requestId,
    UUID cause,
    UUID exchangeId,
    CountryCode country,
    RequestingAuthority requester,
    String procedure,
    @Nullable LevelOfAssurance level,
    Set<OptionalAttribute> attributes,
    LoginHint hint,
    @Nullable RecipientKey responseKey,
    String bindingMessage,
    @Nullable String traceParent,
    Instant expiresAt) {

  public AuthenticationRequest {
    attributes = Set.copyOf(attributes);
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public boolean asksFor(OptionalAttribute attribute) {
    return attributes.contains(attribute);
  }
}
