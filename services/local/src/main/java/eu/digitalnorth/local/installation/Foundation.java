package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaCertificate;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.Servers;
import eu.digitalnorth.servers.ServersSettings;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/** The servers that the services of an installation stand on, as they run. */
sealed interface Foundation {

  /** Not started yet. */
  static Foundation of(InstallationSettings settings) {
    return switch (settings.servers()) {
      case ServersSource.Given given -> new Borrowed(given);
      case ServersSource.Own own ->
          Owned.of(own, settings.data(), settings.keys(), settings.lifetime());
    };
  }

  /** Returns when the servers serve; fails when they are stopped meanwhile. */
  void start(Progress progress);

  /** Once they serve. */
  Brokers brokers();

  URI schemaRegistry();

  /** The service's database, created where it is missing. */
  Database database(Service service);

  void stop();

  void kill();

  /** Servers of the installation's own. */
  record Owned(Servers servers, Passwords passwords, Path keys) implements Foundation {
    static Owned of(ServersSource.Own own, Path data, Path keys, Lifetime lifetime) {
      Servers servers =
          new Servers(
              new ServersSettings(
                  data,
                  own.postgres(),
                  own.kafka(),
                  own.schemaRegistry(),
                  security(keys),
                  lifetime));
      return new Owned(
          servers,
          Passwords.in(data, Arrays.stream(Service.values()).map(Service::id).toList()),
          keys);
    }

    private static KafkaSecurity security(Path keys) {
      return Preparation.security(
          new BrokerPasswords(keys), new Certificates(keys).ofBroker().orElse(null));
    }

    @Override
    public void start(Progress progress) {
      servers.start(progress);
    }

    @Override
    public Brokers brokers() {
      return new Brokers(
          servers.kafka().bootstrapServers(),
          servers.kafka().administrationServers(),
          keys,
          new Certificates(keys).ofBroker().map(KafkaCertificate::authority).orElse(null));
    }

    @Override
    public URI schemaRegistry() {
      return URI.create(servers.schemaRegistry().url());
    }

    @Override
    public Database database(Service service) {
      return servers.postgres().database(service.id(), passwords.of(service.id()));
    }

    @Override
    public void stop() {
      servers.close();
    }

    @Override
    public void kill() {
      servers.kill();
    }
  }

  /** Somebody else's servers, which are left alone. */
  record Borrowed(ServersSource.Given given) implements Foundation {
    @Override
    public void start(Progress progress) {
      progress.report("Servers: given, Kafka at " + given.brokers().clients());
    }

    @Override
    public Brokers brokers() {
      return given.brokers();
    }

    @Override
    public URI schemaRegistry() {
      return given.schemaRegistry();
    }

    @Override
    public Database database(Service service) {
      Database database = given.databases().get(service);
      if (database == null) {
        throw new InstallationException("No database was given for " + service.id());
      }
      return database;
    }

    @Override
    public void stop() {
      // They are not ours.
    }

    @Override
    public void kill() {
      // They are not ours.
    }
  }
}
