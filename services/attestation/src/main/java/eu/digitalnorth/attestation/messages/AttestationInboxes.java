package eu.digitalnorth.attestation.messages;

import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.AttestationRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which inboxes the service reads. */
@Configuration(proxyBeanMethods = false)
class AttestationInboxes {

  @Bean
  InboxEndpoint<AttestationRequest> attestationRequests(AttestationRequestListener listener) {
    return new InboxEndpoint<>(TopicCatalogue.ATTESTATION_REQUEST, listener::on);
  }
}
