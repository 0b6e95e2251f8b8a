package eu.digitalnorth.local.installation;

import eu.digitalnorth.messaging.kafka.BrokerAccess;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the brokers of an installation are reached.
 *
 * @param clients where everybody comes in, {@code host:port}
 * @param administration where the administrator comes in
 * @param keys folder that has the passwords
 * @param certificateAuthority PEM file; without it, connections are not encrypted
 */
public record Brokers(
    String clients, String administration, Path keys, @Nullable Path certificateAuthority) {

  /** Settings of a client that comes in as this principal. */
  public Map<String, Object> as(BrokerPrincipal principal) {
    String servers = principal.equals(BrokerPrincipal.ADMIN) ? administration : clients;
    return new BrokerAccess(servers, passwords(), certificateAuthority).as(principal);
  }

  public BrokerPasswords passwords() {
    return new BrokerPasswords(keys);
  }
}
