package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Home;
import eu.digitalnorth.local.installation.InstallationSettings;
import eu.digitalnorth.local.installation.ServersSource;
import eu.digitalnorth.messaging.topic.Service;
import eu.digitalnorth.servers.Lifetime;
import eu.digitalnorth.servers.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that starts an installation. */
final class InstallationOptions {
  @Mixin DataOption data;

  @Option(
      names = "--portal-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the portal (default: ${DEFAULT-VALUE}).")
  private int portal;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8181",
      description = "Port of the base registers (default: ${DEFAULT-VALUE}).")
  private int registry;

  @Option(
      names = "--attestation-port",
      paramLabel = "PORT",
      defaultValue = "8182",
      description = "Port of the attestation service (default: ${DEFAULT-VALUE}).")
  private int attestation;

  @Option(
      names = "--evidence-port",
      paramLabel = "PORT",
      defaultValue = "8183",
      description = "Port of the evidence service (default: ${DEFAULT-VALUE}).")
  private int evidence;

  @Option(
      names = "--audit-port",
      paramLabel = "PORT",
      defaultValue = "8184",
      description = "Port of the audit service (default: ${DEFAULT-VALUE}).")
  private int audit;

  @Option(
      names = "--issuer-port",
      paramLabel = "PORT",
      defaultValue = "8185",
      description = "Port of the issuer of tokens (default: ${DEFAULT-VALUE}).")
  private int issuer;

  @Option(
      names = "--schema-registry-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port of the schema registry (default: ${DEFAULT-VALUE}).")
  private int schemaRegistry;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port of Kafka (default: ${DEFAULT-VALUE}).")
  private int kafka;

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      defaultValue = "15432",
      description = "Port of PostgreSQL (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(names = "--free-ports", description = "Take free ports instead of all the above.")
  private boolean freePorts;

  InstallationSettings settings(Lifetime lifetime) {
    return settings(lifetime, data.path());
  }

  /**
   * The same on another folder than the one that the options say.
   *
   * @param folder keeps the installation's data
   */
  InstallationSettings settings(Lifetime lifetime, Path folder) {
    return new InstallationSettings(
        folder,
        Home.find(),
        new ServersSource.Own(
            port(postgres, "--postgres-port"),
            port(kafka, "--kafka-port"),
            port(schemaRegistry, "--schema-registry-port")),
        Map.of(
            Service.PORTAL, port(portal, "--portal-port"),
            Service.REGISTRY, port(registry, "--registry-port"),
            Service.ATTESTATION, port(attestation, "--attestation-port"),
            Service.EVIDENCE, port(evidence, "--evidence-port"),
            Service.AUDIT, port(audit, "--audit-port")),
        port(issuer, "--issuer-port"),
        lifetime,
        List.of(),
        Map.of());
  }

  private Port port(int number, String option) {
    return freePorts ? Port.any() : new Port(number, option);
  }
}
