package eu.digitalnorth.local.demo;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.country.CountryProfiles;
import eu.digitalnorth.local.demo.Persona.Identifier;
import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.InstallationException;
import eu.digitalnorth.local.token.Tokens;
import java.util.regex.Pattern;

/** Citizens by the names that the demonstration has for them, as {@code EE:student}. */
public final class Citizens {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{2}:[a-z]+");

  private final RegistryClient registry;
  private final Tokens tokens;

  private Citizens(RegistryClient registry, Tokens tokens) {
    this.registry = registry;
    this.tokens = tokens;
  }

  public static Citizens of(Endpoints endpoints, Tokens tokens) {
    return new Citizens(new RegistryClient(new Rest(), tokens, endpoints), tokens);
  }

  /**
   * @throws InstallationException if nobody has that name
   */
  public String token(String name) {
    Identifier citizen = citizen(name);
    return tokens.citizen(citizen.scheme(), citizen.identifier());
  }

  /**
   * @throws InstallationException if nobody has that name
   */
  public String userName(String name) {
    Identifier citizen = citizen(name);
    return citizen.scheme() + ':' + citizen.identifier();
  }

  private Identifier citizen(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new InstallationException("A citizen is named as EE:student: " + name);
    }
    CountryCode country = CountryCode.of(name.substring(0, 2));
    if (CountryProfiles.load().find(country).isEmpty()) {
      throw new InstallationException("No such country takes part: " + country);
    }
    try {
      return registry.persona(country.value(), name.substring(3)).person();
    } catch (DemonstrationException e) {
      throw new InstallationException(String.valueOf(e.getMessage()), e);
    }
  }
}
