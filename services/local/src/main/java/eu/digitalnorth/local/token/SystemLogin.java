package eu.digitalnorth.local.token;

import eu.digitalnorth.local.installation.Issuer;
import java.util.Map;

/** Client credentials (RFC 6749, section 4.4). */
record SystemLogin(Issuer issuer) {

  AccessToken token(String client) {
    try (Browser browser = new Browser()) {
      return AccessToken.of(
          browser.json(
              browser.post(
                  issuer.address() + "/oauth2/token",
                  Map.of("grant_type", "client_credentials"),
                  client,
                  issuer.secrets().ofClient(client))));
    }
  }
}
