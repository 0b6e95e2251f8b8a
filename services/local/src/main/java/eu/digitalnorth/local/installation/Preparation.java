package eu.digitalnorth.local.installation;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.setup.PrincipalSetup;
import eu.digitalnorth.messaging.setup.SchemaRegistration;
import eu.digitalnorth.messaging.setup.SchemaRegistryClients;
import eu.digitalnorth.messaging.setup.TopicSetup;
import eu.digitalnorth.servers.KafkaCertificate;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.trust.IssuerSecrets;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** What must be there before a service starts; doing it again changes nothing. */
final class Preparation {
  private final Path keys;
  private final Path issuerSecrets;
  private final Collection<CountryCode> countries;
  private final Progress progress;

  Preparation(InstallationSettings settings, Progress progress) {
    this(
        settings.keys(),
        settings.issuerSecrets(),
        Participants.together(settings.countries()).countries(),
        progress);
  }

  Preparation(Path keys, Path issuerSecrets, Collection<CountryCode> countries, Progress progress) {
    this.keys = keys;
    this.issuerSecrets = issuerSecrets;
    this.countries = countries;
    this.progress = progress;
  }

  /** By what a broker knows those who are not created through it. */
  static KafkaSecurity security(BrokerPasswords passwords, @Nullable KafkaCertificate certificate) {
    return new KafkaSecurity(
        passwords.of(BrokerPrincipal.BROKER),
        passwords.of(BrokerPrincipal.ADMIN),
        passwords.of(BrokerPrincipal.TESTER),
        certificate);
  }

  /** Keys of the countries, and the secrets of all who come to the brokers or to the services. */
  void keys() {
    new IssuerSecrets(issuerSecrets).createMissing();
    new KeyDirectory(keys).createMissing(countries);
    BrokerPasswords passwords = new BrokerPasswords(keys);
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    passwords.createMissing(countries.stream().map(BrokerPrincipal::of).toList());
  }

  /**
   * @param replicas on how many brokers each record is
   */
  void brokers(Brokers brokers, short replicas) {
    brokers(brokers, replicas, countries, List.of());
  }

  /**
   * @param replicas on how many brokers each record is
   * @param here the countries that come to these brokers
   * @param beyond those that come to others, beyond a bridge
   */
  void brokers(
      Brokers brokers,
      short replicas,
      Collection<CountryCode> here,
      Collection<CountryCode> beyond) {
    Stopwatch watch = new Stopwatch();
    try (Admin admin = Admin.create(brokers.as(BrokerPrincipal.ADMIN))) {
      PrincipalSetup principals = new PrincipalSetup(admin, brokers.passwords());
      int changed = principals.admit(here, countries);
      if (!beyond.isEmpty()) {
        changed += principals.admitBridge(here, beyond);
      }
      progress.report(
          "Principals: %d countries admitted, %d access rules changed in %s"
              .formatted(here.size(), changed, watch));
      int created = new TopicSetup(admin, replicas).createMissing(countries);
      progress.report("Topics: %d created in %s".formatted(created, watch));
    }
  }

  void schemas(URI registry) {
    Stopwatch watch = new Stopwatch();
    var client = SchemaRegistryClients.create(registry);
    int subjects = new SchemaRegistration(client).register(countries);
    progress.report("Schemas: %d subjects registered in %s".formatted(subjects, watch));
  }

  /** Tells all participants of the keys of each; topics and schemas must be there. */
  void publishKeys(Brokers brokers, URI registry) {
    publishKeys(brokers, registry, countries);
  }

  /** The same, where the keys of others come over a bridge. */
  void publishKeys(Brokers brokers, URI registry, Collection<CountryCode> here) {
    new KeyAnnouncement(brokers, registry).announce(here);
  }
}
