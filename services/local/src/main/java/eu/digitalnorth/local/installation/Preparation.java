package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.trust.IssuerSecrets;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** What must be there before a service starts; doing it again changes nothing. */
final class Preparation {
  private static final short REPLICATION_ON_ONE_BROKER = 1;

  private final Path keys;
  private final Path issuerSecrets;
  private final Collection<CountryCode> countries;
  private final Progress progress;

  Preparation(InstallationSettings settings, Progress progress) {
    this.keys = settings.keys();
    this.issuerSecrets = settings.issuerSecrets();
    this.countries =
        settings.countries().isEmpty()
            ? List.copyOf(CountryProfiles.load().codes())
            : settings.countries();
    this.progress = progress;
  }

  /** Keys of the countries, and the secrets of all who come to the brokers or to the services. */
  void keys() {
    new IssuerSecrets(issuerSecrets).createMissing();
    new KeyDirectory(keys).createMissing(countries);
    BrokerPasswords passwords = new BrokerPasswords(keys);
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    passwords.createMissing(countries.stream().map(BrokerPrincipal::of).toList());
  }

  void broker(Foundation foundation) {
    Stopwatch watch = new Stopwatch();
    Brokers brokers = foundation.brokers();
    try (Admin admin = Admin.create(brokers.as(BrokerPrincipal.ADMIN))) {
      int changed = new PrincipalSetup(admin, brokers.passwords()).admit(countries);
      progress.report(
          "Principals: %d countries admitted, %d access rules changed in %s"
              .formatted(countries.size(), changed, watch));
      int created = new TopicSetup(admin, REPLICATION_ON_ONE_BROKER).createMissing(countries);
      progress.report("Topics: %d created in %s".formatted(created, watch));
    }
  }

  void schemas(Foundation foundation) {
    Stopwatch watch = new Stopwatch();
    var client = SchemaRegistryClients.create(foundation.schemaRegistry());
    int subjects = new SchemaRegistration(client).register(countries);
    progress.report("Schemas: %d subjects registered in %s".formatted(subjects, watch));
  }

  /** Tells all participants of the keys of each; topics and schemas must be there. */
  void publishKeys(Foundation foundation) {
    new KeyAnnouncement(foundation.brokers(), foundation.schemaRegistry()).announce(countries);
  }
}
