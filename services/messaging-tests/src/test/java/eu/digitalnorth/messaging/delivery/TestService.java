package eu.digitalnorth.messaging.delivery;

import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.state.Positions;
import eu.digitalnorth.messaging.state.StateEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.eid.AttestationStatus;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small evidence service: refuses every request, and keeps the status of attestations. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestService {

  /** Starts it with these settings; the caller closes it. */
  static ConfigurableApplicationContext start(Map<String, String> settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("spring.config.name", "testservice");
    all.put("exchange.service", "EVIDENCE");
    all.put("spring.flyway.locations", "classpath:db/messaging,classpath:db/testservice");
    all.put("spring.datasource.hikari.maximum-pool-size", "10");
    all.put("spring.datasource.hikari.connection-timeout", "3000");
    all.put("spring.main.banner-mode", "off");
    all.put("logging.level.org.apache.kafka", "error");
    all.putAll(settings);
    return new SpringApplicationBuilder(TestService.class)
        .web(WebApplicationType.NONE)
        .properties(all)
        .run();
  }

  @Bean
  TestHandler testHandler(JdbcClient jdbc, Positions positions) {
    return new TestHandler(jdbc, positions);
  }

  @Bean
  InboxEndpoint<EvidenceRequest> requests(TestHandler handler) {
    return new InboxEndpoint<>(TopicCatalogue.EVIDENCE_REQUEST, handler);
  }

  @Bean
  StatusModel statusModel(JdbcClient jdbc) {
    return new StatusModel(jdbc);
  }

  @Bean
  StateEndpoint<AttestationStatus> statuses(StatusModel model) {
    return new StateEndpoint<>(TopicCatalogue.ATTESTATION_STATUS, model);
  }
}
