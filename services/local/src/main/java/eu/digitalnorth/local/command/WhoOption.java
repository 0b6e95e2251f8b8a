package eu.digitalnorth.local.command;

import eu.digitalnorth.local.demo.Citizens;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.token.Tokens;
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
        : tokens.officer(authority);
  }

  /** By which the issuer's log-in page knows them. */
  String userName(Endpoints endpoints, Tokens tokens) {
    return authority == null
        ? Citizens.of(endpoints, tokens).userName(String.valueOf(citizen))
        : authority;
  }
}
