package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.Servers;
import eu.digitalnorth.servers.ServersSettings;
import java.net.URI;
import java.nio.file.Path;

/** The servers that the services of an installation stand on, as they run. */
sealed interface Foundation {

  /** Not started yet. */
  static Foundation of(InstallationSettings settings) {
    return switch (settings.servers()) {
      case ServersSource.Given given -> new Borrowed(given);
      case ServersSource.Own own -> Owned.of(own, settings.data(), settings.lifetime());
    };
  }

  /** Returns when the servers serve; fails when they are stopped meanwhile. */
  void start(Progress progress);

  String bootstrapServers();

  URI schemaRegistry();

  /** The service's database, created where it is missing. */
  Database database(Service service);

  void stop();

  void kill();

  /** Servers of the installation's own. */
  record Owned(Servers servers, Passwords passwords) implements Foundation {
    static Owned of(ServersSource.Own own, Path data, Lifetime lifetime) {
      Servers servers =
          new Servers(
              new ServersSettings(
                  data, own.postgres(), own.kafka(), own.schemaRegistry(), lifetime));
      return new Owned(servers, Passwords.in(data));
    }

    @Override
    public void start(Progress progress) {
      servers.start(progress);
    }

    @Override
    public String bootstrapServers() {
      return servers.kafka().bootstrapServers();
    }

    @Override
    public URI schemaRegistry() {
      return URI.create(servers.schemaRegistry().url());
    }

    @Override
    public Database database(Service service) {
      return servers.postgres().database(service.id(), passwords.of(service));
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
      progress.report("Servers: given, Kafka at " + given.bootstrapServers());
    }

    @Override
    public String bootstrapServers() {
      return given.bootstrapServers();
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
