package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.registerview.RegisterView;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this service reads. */
@Configuration(proxyBeanMethods = false)
class EvidenceEndpoints {

  @Bean
  AttestationStatuses attestationStatuses(JdbcClient jdbc, Clock clock) {
    return new AttestationStatuses(jdbc, clock);
  }

  @Bean
  StateEndpoint<AttestationStatus> attestationStatusEndpoint(AttestationStatuses statuses) {
    return new StateEndpoint<>(TopicCatalogue.ATTESTATION_STATUS, statuses::keep);
  }

  @Bean
  InboxEndpoint<EvidenceRequest> evidenceRequestEndpoint(
      CountryProfiles profiles,
      RegisterView view,
      AttestationStatuses statuses,
      Positions positions,
      NationalKeys keys) {
    return new InboxEndpoint<>(
        TopicCatalogue.EVIDENCE_REQUEST,
        new EvidenceRequestListener(
            profiles, new RegistersInView(view), statuses::withdrawn, positions::seenBy, keys),
        EvidenceRequestConsistency::check);
  }
}
