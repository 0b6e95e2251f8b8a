package eu.digitalnorth.messaging.lifecycle;

import eu.digitalnorth.messaging.ExchangeProperties;
import eu.digitalnorth.messaging.codec.AvroCodec;
import eu.digitalnorth.messaging.trust.MessageSigning;
import eu.digitalnorth.messaging.trust.SignatureGate;
import eu.digitalnorth.messaging.trust.TrustedKeys;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.KeyRing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
  SignatureGate signatureGate(TrustedKeys keys) {
    return new SignatureGate(keys);
  }

  @Bean
  MessageSigning messageSigning(KeyDirectory keys) {
    return new MessageSigning(keys);
  }
}
