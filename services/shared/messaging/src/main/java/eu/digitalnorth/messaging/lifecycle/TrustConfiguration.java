package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.ServedCountries;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.effect.Republisher;
import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.messaging.trust.SignatureGate;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.KeyRing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the service believes, and how others can believe it. */
@Configuration(proxyBeanMethods = false)
class TrustConfiguration {

  @Bean
  KeyDirectory keyDirectory(ExchangeProperties properties) {
    return new KeyDirectory(properties.keysDirectory());
  }

  @Bean
  TrustedKeys trustedKeys(KeyDirectory keys, AvroCodec codec) {
    return new TrustedKeys(new KeyRing(keys.anchors()), codec);
  }

  @Bean
  RevocationWatch revocationWatch(
      ExchangeProperties properties,
      ServedCountries served,
      ObjectProvider<Republisher> republishers,
      UnitOfWork units,
      JdbcClient jdbc,
      Clock clock,
      TrustedKeys keys) {
    RevocationWatch watch =
        new RevocationWatch(
            properties.service(), served, republishers.stream().toList(), units, jdbc, clock);
    watch.watch(keys);
    return watch;
  }

  @Bean
  NationalKeys nationalKeys(TrustedKeys trusted, KeyDirectory keys) {
    return new NationalKeys(trusted.ring(), keys);
  }

  @Bean
  SignatureGate signatureGate(TrustedKeys keys) {
    return new SignatureGate(keys);
  }

  @Bean
  MessageSigning messageSigning(KeyDirectory keys) {
    return new MessageSigning(keys);
  }
}
