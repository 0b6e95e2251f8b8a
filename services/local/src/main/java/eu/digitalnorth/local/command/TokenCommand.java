package eu.digitalnorth.local.command;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.RunningInstallation;
import eu.digitalnorth.local.token.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exchange token}. */
@Command(
    name = "token",
    description =
        "Prints an access token of the installation that is up, good for five minutes, for use in"
            + " a header Authorization: an authority's by client credentials, a citizen's by the"
            + " log-in that a browser would make.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  exchange token --authority NO:university-admissions",
      "  exchange token --authority EE:data-protection",
      "  exchange token --citizen EE:student",
      "%nWith curl, and not on a command line, which others could read (bash):",
      "  as() { echo \"Authorization: Bearer $(./exchange token \"$@\")\"; }",
      "  curl http://127.0.0.1:8181/api/registers/ee/personas"
          + " -H @<(as --authority EE:population-register)"
    })
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private WhoOption who = new WhoOption();

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Endpoints endpoints = RunningInstallation.required(data.path()).endpoints();
    Tokens tokens = new Tokens(endpoints.issuer());
    Consoles.of(spec).say(who.token(endpoints, tokens));
    return 0;
  }
}
