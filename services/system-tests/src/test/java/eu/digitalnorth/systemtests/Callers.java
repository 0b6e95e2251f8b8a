package eu.digitalnorth.systemtests;

import eu.digitalnorth.local.installation.Endpoints;
import eu.digitalnorth.local.installation.Issuer;
import eu.digitalnorth.local.token.Tokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** As whom the tests call the services of an installation. */
final class Callers {
  private static final Map<Issuer, Tokens> KNOWN = new ConcurrentHashMap<>();

  private Callers() {}

  static Tokens of(Endpoints endpoints) {
    return KNOWN.computeIfAbsent(endpoints.issuer(), Tokens::new);
  }
}
