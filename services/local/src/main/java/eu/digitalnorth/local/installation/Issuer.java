package eu.digitalnorth.local.installation;

import eu.digitalnorth.trust.IssuerSecrets;
import java.net.URI;
import java.nio.file.Path;

/**
 * How the issuer of an installation is reached.
 *
 * @param url its name, and where people's browsers reach it
 * @param address where the services, and this process, reach it
 * @param directory folder that has its secrets
 */
public record Issuer(URI url, URI address, Path directory) {

  /** One that is reached everywhere by its name. */
  public Issuer(URI url, Path directory) {
    this(url, url, directory);
  }

  public IssuerSecrets secrets() {
    return new IssuerSecrets(directory);
  }

  URI readiness() {
    return URI.create(address + "/actuator/health/readiness");
  }
}
