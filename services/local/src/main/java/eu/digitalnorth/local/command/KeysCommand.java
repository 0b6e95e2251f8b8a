package eu.digitalnorth.local.command;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.installation.KeyAnnouncement;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.trust.KeyDirectory;
import eu.digitalnorth.trust.key.CountryKeys;
import eu.digitalnorth.trust.key.KeyClaim;
import eu.digitalnorth.trust.key.KeyId;
import eu.digitalnorth.trust.key.KeyStatement;
import eu.digitalnorth.trust.key.KeyUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange keys}. */
@Command(
    name = "keys",
    description = {
      "Shows, rotates and revokes the keys that the services of a country sign with and are"
          + " encrypted to. Running services follow within seconds; if none run, what was changed"
          + " is told to all at the next start."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "%nExamples:",
      "  exchange keys list ee",
      "  exchange keys rotate ee",
      "  exchange keys rotate ee --service evidence",
      "  exchange keys revoke ee KEY-ID"
    })
final class KeysCommand implements Runnable {
  private static final String LINE = "  %-12s %-22s %-43s  %s";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? list, rotate or revoke");
  }

  @Command(
      name = "list",
      description = "Shows the keys of a country: present, past and revoked.",
      mixinStandardHelpOptions = true)
  void list(
      @Parameters(paramLabel = "COUNTRY", description = "Code of the country.") String country,
      @Mixin DataOption data) {
    CountryCode code = country(country);
    Console console = Consoles.of(spec);
    console.say(LINE.formatted("service", "purpose", "key id", "state"));
    operate(code, data).statements().stream()
        .map(KeyStatement::claim)
        .sorted(
            Comparator.comparing((KeyClaim claim) -> claim.use().service())
                .thenComparing(claim -> claim.use().purpose())
                .thenComparing(KeyClaim::validFrom))
        .map(KeysCommand::line)
        .forEach(console::say);
  }

  @Command(
      name = "rotate",
      description =
          "Gives a country new keys. What was signed with the old ones stays good for its time.",
      mixinStandardHelpOptions = true)
  void rotate(
      @Parameters(paramLabel = "COUNTRY", description = "Code of the country.") String country,
      @Option(
              names = "--service",
              paramLabel = "NAME",
              description = "Only the keys of this service.")
          @Nullable String service,
      @Mixin DataOption data) {
    CountryCode code = country(country);
    CountryKeys keys = operate(code, data);
    List<KeyUse> uses = new ArrayList<>(keys.uses());
    if (service != null) {
      uses.removeIf(use -> !use.service().equals(service));
    }
    if (uses.isEmpty()) {
      throw new ParameterException(spec.commandLine(), country + " has no keys of " + service);
    }
    List<KeyStatement> successors = keys.rotate(uses);
    Console console = Consoles.of(spec);
    successors.forEach(successor -> console.say(line(successor.claim())));
    console.say("%d new keys; %s".formatted(successors.size(), announce(code, data)));
  }

  @Command(
      name = "revoke",
      description = {
        "Revokes a key for good: nothing that it ever signed is believed any more. A key in use"
            + " gets a successor, and what is kept on compacted topics is published anew."
      },
      mixinStandardHelpOptions = true,
      preprocessor = KeyIdArguments.class)
  void revoke(
      @Parameters(paramLabel = "COUNTRY", description = "Code of the country.") String country,
      @Parameters(paramLabel = "KEY-ID", description = "As \"keys list\" shows it.") String keyId,
      @Mixin DataOption data) {
    CountryCode code = country(country);
    Optional<KeyStatement> revoked =
        KeyId.parse(keyId).flatMap(id -> operate(code, data).revoke(id));
    if (revoked.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "%s has no key %s; see exchange keys list".formatted(country, keyId));
    }
    Console console = Consoles.of(spec);
    console.say(line(revoked.get().claim()));
    console.say("Revoked; " + announce(code, data));
  }

  private static String announce(CountryCode country, DataOption data) {
    Optional<RunningInstallation> running = RunningInstallation.find(data.path());
    running.ifPresent(
        up ->
            new KeyAnnouncement(up.endpoints().brokers(), up.endpoints().schemaRegistry())
                .announce(List.of(country)));
    return running.isPresent()
        ? "all services have been told."
        : "nothing is up, so the services are told at the next start.";
  }

  private static CountryKeys operate(CountryCode country, DataOption data) {
    CountryKeys keys = new KeyDirectory(data.path().resolve("keys")).operate(country);
    if (keys.uses().isEmpty()) {
      throw new InstallationException(
          "No keys of %s are in %s: exchange up generates them."
              .formatted(country, data.path().resolve("keys")));
    }
    return keys;
  }

  private CountryCode country(String name) {
    return CountryProfiles.load().codes().stream()
        .filter(code -> code.lower().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "COUNTRY is the code of a participant, for example ee"));
  }

  private static String line(KeyClaim claim) {
    return LINE.formatted(
        claim.use().service(), claim.use().purpose(), claim.keyId(), state(claim));
  }

  private static String state(KeyClaim claim) {
    Instant revokedAt = claim.revokedAt();
    if (revokedAt != null) {
      return "revoked since " + revokedAt;
    }
    Instant validUntil = claim.validUntil();
    return validUntil == null
        ? "in use since " + claim.validFrom()
        : "from %s until %s".formatted(claim.validFrom(), validUntil);
  }
}
