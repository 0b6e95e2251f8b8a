package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.store.Dispatch;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.OutboxRelay;
import eu.digitalnorth.messaging.store.RecordSender;
import eu.digitalnorth.messaging.store.SendWatch;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is in the database of a service, and its way to the broker. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  Inbox inbox(JdbcClient jdbc, Clock clock) {
    return new Inbox(jdbc, clock);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Clock clock) {
    return new Outbox(jdbc, clock);
  }

  @Bean
  Positions positions(JdbcClient jdbc, TrustedKeys keys) {
    return new Positions(jdbc, keys);
  }

  @Bean
  RecordSender recordSender(KafkaClients clients, SendWatch watch) {
    return new RecordSender(clients, watch);
  }

  @Bean
  OutboxRelay outboxRelay(
      Outbox outbox,
      RecordSender sender,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new OutboxRelay(outbox, sender, jdbc, new TransactionTemplate(transactions), clock);
  }

  @Bean
  Dispatch dispatch(Outbox outbox, RecordSender sender, OutboxRelay relay) {
    return new Dispatch(outbox, sender, relay);
  }

  @Bean
  UnitOfWork unitOfWork(
      PlatformTransactionManager transactions,
      Outbox outbox,
      Dispatch dispatch,
      OutgoingMessages outgoing,
      Clock clock) {
    return new UnitOfWork(new TransactionTemplate(transactions), outbox, dispatch, outgoing, clock);
  }
}
