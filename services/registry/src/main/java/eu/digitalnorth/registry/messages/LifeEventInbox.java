package eu.digitalnorth.registry.messages;

import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.personal.NationalKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topic the registers listen to. */
@Configuration(proxyBeanMethods = false)
class LifeEventInbox {

  @Bean
  InboxEndpoint<?> lifeEvents(LifeEventListener listener, NationalKeys keys) {
    return LifeEventAvroMapper.endpoint(listener, keys);
  }
}
