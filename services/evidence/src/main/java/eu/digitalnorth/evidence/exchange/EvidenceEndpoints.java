package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.personal.NationalKeys;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.messaging.trust.TrustedKeys;
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
  StatusListRows statusListRows(JdbcClient jdbc, Clock clock) {
    return new StatusListRows(jdbc, clock);
  }

  @Bean
  StatusLists statusLists(StatusListRows rows, TrustedKeys keys, Clock clock) {
    return new StatusLists(rows, keys, new StatusListPatience(clock));
  }

  @Bean
  StateEndpoint<AttestationStatus> attestationStatusEndpoint(
      StatusListRows rows, TrustedKeys keys, Clock clock) {
    return new StateEndpoint<>(
        TopicCatalogue.ATTESTATION_STATUS, new StatusListIntake(rows, keys, clock));
  }

  @Bean
  InboxEndpoint<EvidenceRequest> evidenceRequestEndpoint(
      CountryProfiles profiles,
      RegisterView view,
      StatusLists lists,
      TrustedKeys trusted,
      Positions positions,
      NationalKeys keys) {
    return new InboxEndpoint<>(
        TopicCatalogue.EVIDENCE_REQUEST,
        new EvidenceRequestListener(
            profiles,
            new EvidenceRequestMapper(new AttestationReader(trusted), keys),
            new RegistersInView(view),
            lists,
            positions::seenBy),
        EvidenceRequestConsistency::check);
  }
}
