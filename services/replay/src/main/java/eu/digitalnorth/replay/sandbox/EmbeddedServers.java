package eu.digitalnorth.replay.sandbox;

import eu.digitalnorth.servers.Database;
import eu.digitalnorth.servers.KafkaSecurity;
import eu.digitalnorth.servers.Progress;
import eu.digitalnorth.servers.Servers;
import eu.digitalnorth.servers.ServersSettings;
import eu.digitalnorth.trust.broker.BrokerPasswords;
import eu.digitalnorth.trust.broker.BrokerPrincipal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Processes on this machine, on free ports, with their data in a folder that is thrown away. */
public final class EmbeddedServers implements SandboxServers {
  private static final int PASSWORD_BYTES = 24;

  private final SandboxFolder folder;
  private final Servers servers;

  private EmbeddedServers(SandboxFolder folder, Servers servers) {
    this.folder = folder;
    this.servers = servers;
  }

  /**
   * @throws eu.digitalnorth.servers.ServerException if one does not start
   */
  public static EmbeddedServers start(Progress progress) {
    SandboxFolder folder = SandboxFolder.create();
    BrokerPasswords passwords = new BrokerPasswords(keys(folder));
    passwords.createMissing(BrokerPrincipal.KNOWN_FROM_THE_START);
    Servers servers =
        new Servers(
            ServersSettings.briefly(
                folder.path(),
                new KafkaSecurity(
                    passwords.of(BrokerPrincipal.BROKER),
                    passwords.of(BrokerPrincipal.ADMIN),
                    passwords.of(BrokerPrincipal.TESTER),
                    null)));
    try {
      servers.start(progress);
      return new EmbeddedServers(folder, servers);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return servers.kafka().bootstrapServers();
  }

  @Override
  public String administrationServers() {
    return servers.kafka().administrationServers();
  }

  @Override
  public String schemaRegistryUrl() {
    return servers.schemaRegistry().url();
  }

  @Override
  public Database database(String name) {
    byte[] password = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(password);
    return servers.postgres().database(name, HexFormat.of().formatHex(password));
  }

  @Override
  public Path keys() {
    return keys(folder);
  }

  private static Path keys(SandboxFolder folder) {
    return folder.path().resolve("keys");
  }

  /** Nobody needs the data any more: a kill is quickest. */
  @Override
  public void close() {
    servers.kill();
    folder.close();
  }
}
