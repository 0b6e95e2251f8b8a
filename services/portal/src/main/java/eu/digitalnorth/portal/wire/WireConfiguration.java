package eu.digitalnorth.portal.wire;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.portal.PortalProperties;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import eu.digitalnorth.trust.KeyDirectory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the portal sends, and the inboxes that it reads. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

  @Bean
  ExchangeAvroMapper exchangeAvroMapper(CountryProfiles profiles, NationalKeys keys) {
    return new ExchangeAvroMapper(profiles, keys);
  }

  @Bean
  RequestSender requestSender(
      ExchangeStore exchanges, TimelineStore timelines, ExchangeAvroMapper mapper) {
    return new RequestSender(exchanges, timelines, mapper);
  }

  @Bean
  @ConditionalOnMissingBean(name = "exchangeIds")
  Supplier<UUID> exchangeIds() {
    return UUID::randomUUID;
  }

  @Bean
  ExchangeStarter exchangeStarter(
      UnitOfWork unitOfWork,
      ExchangeStore exchanges,
      RequestSender sender,
      KeyDirectory keys,
      Supplier<UUID> exchangeIds) {
    return new ExchangeStarter(unitOfWork, exchanges, sender, keys, exchangeIds);
  }

  @Bean
  Withdrawal withdrawal(UnitOfWork unitOfWork, ExchangeStore exchanges, TimelineStore timelines) {
    return new Withdrawal(unitOfWork, exchanges, timelines);
  }

  @Bean
  AnswerListener answerListener(
      ExchangeStore exchanges,
      TimelineStore timelines,
      ExchangeAvroMapper mapper,
      TrustedKeys keys,
      RequestSender sender) {
    return new AnswerListener(exchanges, timelines, mapper, new AttestationCheck(keys), sender);
  }

  @Bean
  InboxEndpoint<?> attestationResponses(AnswerListener listener, ExchangeAvroMapper mapper) {
    return InboxEndpoint.readingCommitted(
        TopicCatalogue.ATTESTATION_RESPONSE,
        (messages, effects) ->
            listener.onAttestations(map(messages, mapper::attestationAnswer), effects));
  }

  @Bean
  InboxEndpoint<?> evidenceResponses(AnswerListener listener, ExchangeAvroMapper mapper) {
    return InboxEndpoint.readingCommitted(
        TopicCatalogue.EVIDENCE_RESPONSE,
        (messages, effects) -> listener.onEvidence(map(messages, mapper::evidenceAnswer), effects));
  }

  @Bean
  ExpiryTimer expiryTimer(
      PortalProperties properties,
      ServedCountries served,
      ExchangeStore exchanges,
      TimelineStore timelines,
      UnitOfWork unitOfWork,
      Clock clock) {
    return new ExpiryTimer(properties, served, exchanges, timelines, unitOfWork, clock);
  }

  private static <M, A> List<Answer<A>> map(List<Message<M>> messages, Mapping<M, A> mapping)
      throws RejectedRecordException {
    List<Answer<A>> answers = new ArrayList<>(messages.size());
    for (Message<M> message : messages) {
      answers.add(mapping.map(message));
    }
    return answers;
  }

  private interface Mapping<M, A> {
    Answer<A> map(Message<M> message) throws RejectedRecordException;
  }
}
