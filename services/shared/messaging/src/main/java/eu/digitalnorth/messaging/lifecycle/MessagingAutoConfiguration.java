package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.inbox.InboxProcessor;
import eu.digitalnorth.messaging.kafka.KafkaClients;
import eu.digitalnorth.messaging.observe.MessageMetrics;
import eu.digitalnorth.messaging.observe.MessageSpans;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.state.StateProcessor;
import eu.digitalnorth.messaging.store.Inbox;
import eu.digitalnorth.messaging.store.Outbox;
import eu.digitalnorth.messaging.store.OutboxRelay;
import eu.digitalnorth.messaging.trust.TrustedKeys;
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
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every service gets by having this library: it declares endpoints, the rest is here. */
@AutoConfiguration(
    after = {
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcClientAutoConfiguration.class
    })
@EnableConfigurationProperties(ExchangeProperties.class)
@Import({
  StoreConfiguration.class,
  TrustConfiguration.class,
  ProcessingConfiguration.class,
  ObservationConfiguration.class
})
@EnableScheduling
class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock(ExchangeProperties properties) {
    return Clock.offset(Clock.systemUTC(), properties.clockOffset());
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
  SchemaRegistryClient schemaRegistryClient(ExchangeProperties properties) {
    return SchemaRegistryClients.create(properties.schemaRegistry().url());
  }

  @Bean
  AvroCodec avroCodec(SchemaRegistryClient registry, ExchangeProperties properties) {
    return new AvroCodec(registry, properties.schemaRegistry().url().toString());
  }

  @Bean
  KafkaClients kafkaClients(ExchangeProperties properties, ServedCountries served) {
    return new KafkaClients(properties, served);
  }

  @Bean
  ExchangeLifecycle exchangeLifecycle(
      ExchangeProperties properties,
      ServedCountries served,
      CountryProfiles profiles,
      SchemaRegistryClient registry,
      KafkaClients clients,
      Positions positions,
      TrustedKeys keys,
      StateProcessor stateProcessor,
      InboxProcessor inboxProcessor,
      ObjectProvider<StateEndpoint<?>> states,
      ObjectProvider<InboxEndpoint<?>> inboxes,
      OutboxRelay relay,
      MessageMetrics metrics,
      MessageSpans spans,
      Clock clock) {
    return new ExchangeLifecycle(
        served.codes(),
        new SchemaCheck(properties, registry),
        new TopicCheck(clients),
        new TrustReader(clients, profiles, keys),
        new StateCatchUp(clients, positions, profiles, states.stream().toList()),
        new Containers(properties, clients),
        stateProcessor,
        new WatchedInboxes(inboxes.stream().toList(), inboxProcessor, metrics, spans, clock),
        relay);
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
