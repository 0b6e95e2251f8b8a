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

/** {@code exchange password}. */
@Command(
    name = "password",
    description =
        "Prints with which user name and password somebody logs in to the portal of the"
            + " installation that is up. They are of this installation only, and people are"
            + " synthetic.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = Version.class,
    footer = {
      "%nExamples:",
      "  exchange password --authority NO:university-admissions",
      "  exchange password --citizen EE:student"
    })
final class PasswordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private WhoOption who = new WhoOption();

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    Endpoints endpoints = RunningInstallation.required(data.path()).endpoints();
    String userName = who.userName(endpoints, new Tokens(endpoints.issuer()));
    Console console = Consoles.of(spec);
    console.say("user name  " + userName);
    console.say("password   " + endpoints.issuer().secrets().ofUser(userName));
    return 0;
  }
}
