package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.effect.OutgoingMessages;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.inbox.DeadLetters;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.inbox.InboxProcessor;
import eu.digitalnorth.messaging.inbox.MessageReader;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.state.StateProcessor;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.OutboxRelay;
import eu.digitalnorth.messaging.store.RecordSender;
import eu.digitalnorth.trust.KeyDirectory;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every service gets by having this library: it declares endpoints, the rest is here. */
@AutoConfiguration(
    after = {
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcClientAutoConfiguration.class
    })
@EnableConfigurationProperties(ExchangeProperties.class)
@EnableScheduling
class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  CountryProfiles countryProfiles() {
    return CountryProfiles.load();
  }

  @Bean
  ServedCountries servedCountries(ExchangeProperties properties, CountryProfiles profiles) {
    return new ServedCountries(properties.servedCountries(profiles));
  }

  @Bean
  KeyDirectory keyDirectory(ExchangeProperties properties) {
    return new KeyDirectory(properties.keysDirectory());
  }

  @Bean
  SchemaRegistryClient schemaRegistryClient(ExchangeProperties properties) {
    return SchemaRegistryClients.create(properties.schemaRegistry().url());
  }

  @Bean
  AvroCodec avroCodec(SchemaRegistryClient registry, ExchangeProperties properties) {
    return new AvroCodec(registry, properties.schemaRegistry().url().toString());
  }

  @Bean
  KafkaClients kafkaClients(ExchangeProperties properties) {
    return new KafkaClients(properties);
  }

  @Bean
  Inbox inbox(JdbcClient jdbc, Clock clock) {
    return new Inbox(jdbc, clock);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Clock clock) {
    return new Outbox(jdbc, clock);
  }

  @Bean
  Positions positions(JdbcClient jdbc) {
    return new Positions(jdbc);
  }

  @Bean
  RecordSender recordSender(KafkaClients clients) {
    return new RecordSender(clients);
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
  OutgoingMessages outgoingMessages(ExchangeProperties properties, AvroCodec codec) {
    return new OutgoingMessages(properties.service(), codec);
  }

  @Bean
  UnitOfWork unitOfWork(
      PlatformTransactionManager transactions,
      Outbox outbox,
      RecordSender sender,
      OutboxRelay relay,
      OutgoingMessages outgoing,
      Clock clock) {
    return new UnitOfWork(
        new TransactionTemplate(transactions), outbox, sender, relay, outgoing, clock);
  }

  @Bean
  DeadLetters deadLetters(ExchangeProperties properties, OutgoingMessages outgoing) {
    return new DeadLetters(properties.service(), outgoing);
  }

  @Bean
  MessageReader messageReader(AvroCodec codec, CountryProfiles profiles) {
    return new MessageReader(codec, profiles);
  }

  @Bean
  InboxProcessor inboxProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      RecordSender sender,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new InboxProcessor(
        reader, inbox, outbox, sender, deadLetters, outgoing, transactions, clock);
  }

  @Bean
  StateProcessor stateProcessor(
      MessageReader reader,
      Inbox inbox,
      Outbox outbox,
      RecordSender sender,
      DeadLetters deadLetters,
      OutgoingMessages outgoing,
      Positions positions,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new StateProcessor(
        reader,
        inbox,
        outbox,
        sender,
        deadLetters,
        outgoing,
        positions,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  ExchangeLifecycle exchangeLifecycle(
      ExchangeProperties properties,
      ServedCountries served,
      CountryProfiles profiles,
      SchemaRegistryClient registry,
      KafkaClients clients,
      Positions positions,
      StateProcessor stateProcessor,
      InboxProcessor inboxProcessor,
      ObjectProvider<StateEndpoint<?>> states,
      ObjectProvider<InboxEndpoint<?>> inboxes,
      OutboxRelay relay,
      Clock clock) {
    return new ExchangeLifecycle(
        properties,
        served.codes(),
        new SchemaCheck(properties, registry),
        new StateCatchUp(clients, positions, profiles, states.stream().toList()),
        new Containers(properties, clients),
        clients,
        stateProcessor,
        inboxProcessor,
        inboxes.stream().toList(),
        relay,
        clock);
  }

  @Bean
  Housekeeping housekeeping(
      ExchangeProperties properties, Inbox inbox, Outbox outbox, Clock clock) {
    return new Housekeeping(properties, inbox, outbox, clock);
  }

  @Bean
  HealthIndicator exchangeHealthIndicator(ExchangeLifecycle lifecycle) {
    return () ->
        lifecycle.isOpen()
            ? Health.up().build()
            : Health.outOfService().withDetail("inboxes", "not open yet").build();
  }
}
