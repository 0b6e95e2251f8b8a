package eu.digitalnorth.registry.messages;

import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topic the registers listen to. */
@Configuration(proxyBeanMethods = false)
class LifeEventInbox {

  @Bean
  InboxEndpoint<?> lifeEvents(LifeEventListener listener) {
    return new InboxEndpoint<>(
        TopicCatalogue.LIFE_EVENT,
        (messages, effects) -> {
          for (var message : messages) {
            listener.on(LifeEventAvroMapper.read(message, effects.country()), effects);
          }
        });
  }
}
