package eu.digitalnorth.registry.messages;

import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topic the registers listen to. */
@Configuration(proxyBeanMethods = false)
class LifeEventInbox {

  @Bean
  InboxEndpoint<?> lifeEvents(LifeEventListener listener) {
    return LifeEventAvroMapper.endpoint(listener);
  }
}
