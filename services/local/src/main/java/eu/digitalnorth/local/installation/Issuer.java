package eu.digitalnorth.local.installation;

import eu.digitalnorth.trust.IssuerSecrets;
import java.net.URI;
import java.nio.file.Path;

/**
 * How the issuer of an installation is reached.
 *
 * @param url its name, and where it listens
 * @param directory folder that has its secrets
 */
public record Issuer(URI url, Path directory) {

  public IssuerSecrets secrets() {
    return new IssuerSecrets(directory);
  }

  URI readiness() {
    return URI.create(url + "/actuator/health/readiness");
  }
}
