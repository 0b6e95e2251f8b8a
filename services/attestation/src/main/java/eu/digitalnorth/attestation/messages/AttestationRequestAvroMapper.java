package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.attestation.authentication.AuthenticationRequest;
import eu.digitalnorth.attestation.authentication.OptionalAttribute;
import eu.digitalnorth.attestation.authentication.RequestingAuthority;
import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.LevelOfAssurance;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.personal.PersonalParts;
import eu.digitalnorth.messaging.personal.ResponseKeys;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import eu.digitalnorth.schemas.eid.LoginHint;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as the rules see them. */
@Component
class AttestationRequestAvroMapper {
  private final LoginHints hints;
  private final NationalKeys keys;

  AttestationRequestAvroMapper(LoginHints hints, NationalKeys keys) {
    this.hints = hints;
    this.keys = keys;
  }

  /**
   * @param country whose inbox it was in
   * @throws RejectedRecordException if the body does not agree with the sender or the inbox, or the
   *     login hint cannot be read
   */
  AuthenticationRequest request(Message<AttestationRequest> message, CountryCode country)
      throws RejectedRecordException {
    AttestationRequest body = message.body();
    CountryCode sender = message.envelope().source().country();
    if (!body.getRequester().getCountry().equals(sender.value())) {
      throw inconsistent("The requester is not of the sender's country");
    }
    if (!body.getAttestingCountry().equals(country.value())) {
      throw inconsistent("Another country is asked than the owner of the inbox");
    }
    return new AuthenticationRequest(
        message.id(),
        message.cause(),
        body.getExchangeId(),
        country,
        new RequestingAuthority(sender, body.getRequester().getId(), body.getRequester().getName()),
        body.getProcedure(),
        level(body),
        body.getRequestedAttributes().stream()
            .map(OptionalAttribute::named)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        hints.of(country, loginHint(body, country)),
        ResponseKeys.read(body.getResponseKey()).orElse(null),
        body.getBindingMessage(),
        message.envelope().traceParent(),
        body.getExpiresAt());
  }

  private LoginHint loginHint(AttestationRequest body, CountryCode country)
      throws RejectedRecordException {
    return PersonalParts.open(
        body.getLoginHint(),
        LoginHint.class,
        keys.heldBy(country),
        body.getExchangeId().toString());
  }

  private static @Nullable LevelOfAssurance level(AttestationRequest body) {
    return switch (body.getLevelOfAssurance()) {
      case LOW -> LevelOfAssurance.LOW;
      case SUBSTANTIAL -> LevelOfAssurance.SUBSTANTIAL;
      case HIGH -> LevelOfAssurance.HIGH;
      case UNKNOWN -> null;
    };
  }

  private static RejectedRecordException inconsistent(String explanation) {
    return new RejectedRecordException(Rejection.INCONSISTENT, explanation);
  }
}
