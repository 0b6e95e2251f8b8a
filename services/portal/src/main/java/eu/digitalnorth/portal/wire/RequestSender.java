package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.effect.Effects;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.portal.exchange.AttestationAnswer;
import eu.digitalnorth.portal.exchange.EvidenceItem;
import eu.digitalnorth.portal.exchange.EvidenceWish;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeRequest;
import eu.digitalnorth.portal.exchange.ExchangeState.AttestationRequested;
import eu.digitalnorth.portal.exchange.Terms;
import eu.digitalnorth.portal.exchange.Timeline;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import eu.digitalnorth.trust.crypto.CryptoProvider;
import eu.digitalnorth.trust.encryption.ResponseKeyPair;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends what an exchange asks for, and writes down that it did. */
final class RequestSender {
  private final ExchangeStore exchanges;
  private final TimelineStore timelines;
  private final ExchangeAvroMapper mapper;

  RequestSender(ExchangeStore exchanges, TimelineStore timelines, ExchangeAvroMapper mapper) {
    this.exchanges = exchanges;
    this.timelines = timelines;
    this.mapper = mapper;
  }

  /**
   * Begins an exchange: asks the citizen's country. The request's id derives from the exchange's.
   *
   * @param subject pseudonym of the citizen
   * @param company pseudonym of the company, if there is one
   */
  void begin(
      UUID id, ExchangeRequest request, String subject, @Nullable String company, Effects effects) {
    Terms terms = request.terms();
    CountryCode citizens = terms.citizenCountry();
    Instant now = effects.now();
    Instant expiresAt = now.plus(request.lifetime());
    ResponseKeyPair responseKey = ResponseKeyPair.generate(CryptoProvider.best());
    UUID requestId =
        effects.send(
            id,
            TopicCatalogue.ATTESTATION_REQUEST,
            citizens,
            id.toString(),
            mapper.attestationRequest(id, request, responseKey, now, expiresAt),
            mapper.attestationDetails(terms, subject));
    Exchange exchange =
        new Exchange(
            id,
            terms,
            subject,
            company,
            now,
            expiresAt,
            responseKey,
            new AttestationRequested(requestId));
    exchanges.add(exchange);
    timelines.add(
        exchange,
        new Timeline(effects.country(), now)
            .attestationRequested(
                citizens, TopicCatalogue.ATTESTATION_REQUEST.nameFor(citizens), requestId));
  }

  /**
   * Asks a provider, because of an attestation: a redelivered one sends the same again.
   *
   * @param token the attestation, to be passed on
   */
  EvidenceItem requestEvidence(
      Exchange exchange,
      EvidenceWish wish,
      Answer<AttestationAnswer> answer,
      AttestationAnswer.Issued accepted,
      String token,
      Effects effects) {
    CountryCode provider = wish.providerCountry();
    UUID requestId =
        effects.send(
            answer.message(),
            TopicCatalogue.EVIDENCE_REQUEST,
            provider,
            exchange.id().toString(),
            mapper.evidenceRequest(exchange, wish, accepted, token, effects.now()),
            mapper.evidenceDetails(exchange, wish.type()));
    timelines.add(
        exchange,
        new Timeline(effects.country(), effects.now())
            .evidenceRequested(wish, TopicCatalogue.EVIDENCE_REQUEST.nameFor(provider), requestId));
    return new EvidenceItem(wish, requestId, effects.now(), null);
  }
}
