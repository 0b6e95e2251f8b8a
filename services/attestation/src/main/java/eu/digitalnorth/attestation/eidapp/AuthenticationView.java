package eu.digitalnorth.attestation.eidapp;

import eu.digitalnorth.attestation.authentication.Authentication;
import eu.digitalnorth.attestation.authentication.Authentication.Ended;
import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.OptionalAttribute;
import eu.digitalnorth.country.LevelOfAssurance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen's app shows before one agrees.
 *
 * @param authReqId names the authentication
 * @param subject pseudonym of the person who is asked
 * @param onBehalfOf pseudonym of the company that the person acts for
 * @param requester id of the authority that asks
 * @param levelOfAssurance in lower case
 * @param attributes eIDAS names of what is told beyond names, identifier and date of birth
 * @param bindingMessage what the requester shows as well
 */
record AuthenticationView(
    UUID authReqId,
    String state,
    UUID exchangeId,
    String subject,
    @Nullable String onBehalfOf,
    String requester,
    String requesterName,
    String requesterCountry,
    String procedure,
    @Nullable String levelOfAssurance,
    List<String> attributes,
    String bindingMessage,
    Instant startedAt,
    Instant expiresAt,
    @Nullable Instant decidedAt) {

  static AuthenticationView of(Authentication authentication) {
    AuthenticationRequest request = authentication.request();
    LevelOfAssurance level = request.level();
    return new AuthenticationView(
        authentication.id().value(),
        States.shown(authentication.state()),
        request.exchangeId(),
        request.hint().subject(),
        request.hint().company(),
        request.requester().id(),
        request.requester().name(),
        request.requester().country().value(),
        request.procedure(),
        level == null ? null : level.lower(),
        request.attributes().stream().map(OptionalAttribute::eidasName).sorted().toList(),
        request.bindingMessage(),
        authentication.startedAt(),
        request.expiresAt(),
        authentication instanceof Ended ended ? ended.decidedAt() : null);
  }
}
