package eu.digitalnorth.audit;

import eu.digitalnorth.audit.intake.AuditEventListener;
import eu.digitalnorth.audit.store.LedgerSearch;
import eu.digitalnorth.audit.store.LedgerVerification;
import eu.digitalnorth.audit.store.Ledgers;
import eu.digitalnorth.audit.usage.UsageReader;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.inbox.InboxEndpoint;
import eu.digitalnorth.messaging.topic.TopicCatalogue;
import eu.digitalnorth.schemas.audit.AuditEvent;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  InboxEndpoint<AuditEvent> auditEvents(Ledgers ledgers) {
    return InboxEndpoint.readingCommitted(
        TopicCatalogue.AUDIT_EVENT, new AuditEventListener(ledgers));
  }

  @Bean
  Ledgers ledgers(JdbcTemplate jdbc) {
    return new Ledgers(jdbc);
  }

  @Bean
  LedgerSearch ledgerSearch(JdbcClient jdbc) {
    return new LedgerSearch(jdbc);
  }

  @Bean
  LedgerVerification ledgerVerification(
      DataSource database, PlatformTransactionManager transactions) {
    return new LedgerVerification(database, transactions);
  }

  @Bean
  UsageReader usageReader(CountryProfiles profiles) {
    return new UsageReader(profiles);
  }
}
