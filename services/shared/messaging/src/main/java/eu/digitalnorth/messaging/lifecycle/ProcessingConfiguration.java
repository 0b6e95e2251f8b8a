package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.inbox.InboxProcessor;
import eu.digitalnorth.messaging.inbox.MessageReader;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateProcessor;
import eu.digitalnorth.messaging.store.Dispatch;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.messaging.trust.SignatureGate;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a record to its effects. */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

  @Bean
  OutgoingMessages outgoingMessages(
      ExchangeProperties properties,
      AvroCodec codec,
      MessageSigning signing,
      MessageMetrics metrics) {
    return new OutgoingMessages(properties.service(), codec, signing, metrics);
  }

  @Bean
  DeadLetters deadLetters(ExchangeProperties properties, OutgoingMessages outgoing) {
    return new DeadLetters(properties.service(), outgoing);
  }

  @Bean
  MessageReader messageReader(AvroCodec codec, CountryProfiles profiles, SignatureGate signatures) {
    return new MessageReader(codec, profiles, signatures);
  }

  @Bean
  InboxProcessor inboxProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      Dispatch dispatch,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new InboxProcessor(
        reader, inbox, outbox, dispatch, deadLetters, outgoing, transactions, clock);
  }

  @Bean
  StateProcessor stateProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      Dispatch dispatch,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      Positions positions,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new StateProcessor(
        reader,
        inbox,
        outbox,
        dispatch,
        deadLetters,
        outgoing,
        positions,
        new TransactionTemplate(transactions),
        clock);
  }
}
