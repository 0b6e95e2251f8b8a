package eu.digitalnorth.local.command;

import eu.digitalnorth.country.CountryProfile;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.demo.Citizens;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.token.Tokens;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom: one of the two. */
final class WhoOption {
  @Option(
      names = "--authority",
      paramLabel = "ID",
      description =
          "An authority of the country profiles; who keeps a register, supervises the ledger"
              + " (CC:data-protection), requests evidence.")
  private @Nullable String authority;

  @Option(
      names = "--citizen",
      paramLabel = "CC:PERSONA",
      description = "A citizen whom the demonstration knows by name: EE:student.")
  private @Nullable String citizen;

  String token(Endpoints endpoints, Tokens tokens) {
    return authority == null
        ? Citizens.of(endpoints, tokens).token(String.valueOf(citizen))
        : tokens.officer(known(authority));
  }

  /** By which the issuer's log-in page knows them. */
  String userName(Endpoints endpoints, Tokens tokens) {
    return authority == null
        ? Citizens.of(endpoints, tokens).userName(String.valueOf(citizen))
        : known(authority);
  }

  /** The issuer would not say that nobody has that name. */
  private static String known(String authority) {
    if (CountryProfiles.load().all().stream()
        .flatMap(WhoOption::names)
        .noneMatch(authority::equals)) {
      throw new InstallationException(
          "No country has an authority %s. They are named as NO:university-admissions."
              .formatted(authority));
    }
    return authority;
  }

  private static Stream<String> names(CountryProfile profile) {
    return Stream.of(
            profile.authorities().stream().map(one -> one.id().value()),
            Stream.of(profile.dataProtection().id().value()),
            Stream.of(profile.code().value() + ":demonstration"))
        .flatMap(names -> names);
  }
}
