package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.Port;
import java.net.URI;
import java.util.Map;

/** Where an installation has its PostgreSQL, Kafka and schema registry from. */
public sealed interface ServersSource {

  /** It starts them, and stops them. */
  record Own(Port postgres, Port kafka, Port schemaRegistry) implements ServersSource {
    public static Own onFreePorts() {
      return new Own(Port.any(), Port.any(), Port.any());
    }
  }

  /**
   * They run already, and belong to somebody else.
   *
   * @param brokers and where the passwords of those are that they know; the installation has its
   *     other keys there too
   * @param databases one for each service
   * @param prepared whether whoever owns them has seen to principals, topics and keys, too
   */
  record Given(
      Brokers brokers, URI schemaRegistry, Map<Service, Database> databases, boolean prepared)
      implements ServersSource {
    public Given {
      databases = Map.copyOf(databases);
    }

    /** They have nothing on them yet. */
    public Given(Brokers brokers, URI schemaRegistry, Map<Service, Database> databases) {
      this(brokers, schemaRegistry, databases, false);
    }
  }
}
